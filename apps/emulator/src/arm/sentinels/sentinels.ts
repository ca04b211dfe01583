import { setTimeout as pause } from 'node:timers/promises'
import { revokeSignIns } from '../../kernel/revoke-sign-ins.ts'
import { sentinels as names } from '../../seed.ts'
import type { ArmCall } from '../core/arm-operation.ts'
import { armState } from '../core/arm-state.ts'
import { authorizationFailed } from '../roles/authorise.ts'
import { credentialFaults } from '../credentials/credential-faults.ts'
import { refuse, type Refusal } from '../core/refusal.ts'
import { sentinelFaults } from './sentinel-faults.ts'

/** How long `sentinel-slow` keeps its caller waiting. */
const slowMs = 3000

/** What a provoked refusal has to name, besides the caller. */
interface SentinelTarget {
  /** Name in the path that may be a sentinel. */
  name: string
  /** Action and scope that `sentinel-forbidden` refuses. */
  action: string
  scope: string
  /** Key of the managed identity, for the texts of concurrent writes. */
  identityKey?: string
}

type Provoke = (call: ArmCall, target: SentinelTarget) => Refusal | undefined | Promise<undefined>

/** Names that provoke a failure, whoever asks. Anything else passes. */
const provocations: Record<string, Provoke> = {
  [names.throttled]: () => sentinelFaults.throttled(2),
  [names.throttledLong]: () => sentinelFaults.throttled(120),
  [names.concurrent]: (_, target) => concurrent(target),
  [names.concurrentOnce]: (call, target) =>
    countTry(call, target) % 3 === 0 ? undefined : concurrent(target),
  [names.broken]: () => sentinelFaults.broken(),
  [names.slow]: async () => {
    await pause(slowMs)
    return undefined
  },
  [names.signedOut]: ({ world, caller }) => {
    revokeSignIns(world, caller.objectId)
    return sentinelFaults.signedOut()
  },
  [names.forbidden]: ({ caller }, { action, scope }) => authorizationFailed(caller, action, scope),
  [names.policy]: (_, { name }) => sentinelFaults.policy(name),
}

/** Throws the refusal that the name asks for, on a write of the resource with that name. */
export async function provokeOnWrite(call: ArmCall, target: SentinelTarget): Promise<void> {
  await provoke(call, target, Object.keys(provocations))
}

/**
 * Writes of an identity itself: those names that act on reading it (`-forbidden`, `-throttled`, `-broken`) can be
 * created, so that a scan can be made to meet them.
 */
export async function provokeOnIdentityWrite(call: ArmCall, target: SentinelTarget): Promise<void> {
  await provoke(call, target, [names.throttledLong, names.policy, names.signedOut, names.slow])
}

/** Reading an identity; `sentinel-throttled` refuses every other time, the first included. */
export async function provokeOnIdentityRead(call: ArmCall, target: SentinelTarget): Promise<void> {
  if (passesThrottle(call, target)) return
  await provoke(call, target, [names.throttled, names.broken, names.slow])
}

/** Listing the credentials of an identity; `sentinel-throttled` refuses every other time, the first included. */
export async function provokeOnCredentialList(call: ArmCall, target: SentinelTarget): Promise<void> {
  if (passesThrottle(call, target)) return
  await provoke(call, target, [
    names.throttled,
    names.throttledLong,
    names.broken,
    names.slow,
    names.signedOut,
    names.forbidden,
  ])
}

function passesThrottle(call: ArmCall, target: SentinelTarget): boolean {
  return target.name.toLowerCase() === names.throttled && countTry(call, target) % 2 === 0
}

async function provoke(call: ArmCall, target: SentinelTarget, acting: readonly string[]): Promise<void> {
  const name = target.name.toLowerCase()
  if (!acting.includes(name)) return
  const refusal = await provocations[name]?.(call, target)
  if (refusal) throw refusal
}

function concurrent({ identityKey, scope }: SentinelTarget): Refusal {
  return refuse(credentialFaults.concurrentWrite(identityKey ?? scope.toLowerCase()))
}

/** Number of this try of the same action on the same resource, from 1. */
function countTry({ world }: ArmCall, { name, scope, action }: SentinelTarget): number {
  const { sentinelTries } = armState(world)
  const key = `${name} ${action} ${scope}`.toLowerCase()
  const tries = (sentinelTries.get(key) ?? 0) + 1
  sentinelTries.set(key, tries)
  return tries
}
