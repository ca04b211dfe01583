import { setTimeout as pause } from 'node:timers/promises'
import { callerName, type CallerName } from './caller-name.ts'
import { faultAnswer, faultChallenge } from './fault-answer.ts'
import type { FaultEffect } from './faults.ts'
import type { EmulatorRequest, EmulatorResponse, Operation } from './operation.ts'
import { isControl, refuseForeignPage } from './own-hosts.ts'
import { withNextLink } from './page-faults.ts'
import type { World } from './world.ts'

/** `lost`: the client gets nothing, or only the beginning of the body. */
export interface Answer {
  response: EmulatorResponse
  lost?: 'connection' | 'end'
  caller?: CallerName
}

/** Runs one operation as it is switched: faults for the tenant, the guard of the controls for them. */
export async function answerRequest(
  operation: Operation,
  request: EmulatorRequest,
  world: World,
): Promise<Answer> {
  if (isControl(request.path)) {
    return { response: refuseForeignPage(request, world) ?? (await operation.handle(request, world)) }
  }
  const caller = callerName(request)
  const effects = world.faults.strike({
    operation: operation.id,
    method: request.method,
    path: request.path,
    caller,
  })
  const answer = await underEffects(effects, operation, request, world)
  return caller ? { ...answer, caller } : answer
}

async function underEffects(
  effects: readonly FaultEffect[],
  operation: Operation,
  request: EmulatorRequest,
  world: World,
): Promise<Answer> {
  for (const effect of effects) if ('latencyMs' in effect) await pause(effect.latencyMs)
  for (const effect of effects) {
    if ('status' in effect) return { response: faultAnswer(effect, operation.id, request, world.clock) }
    if ('claimsChallenge' in effect)
      return { response: faultChallenge(effect.claimsChallenge, operation.id, request, world) }
    if ('dropConnection' in effect && effect.when !== 'after')
      return { response: dropped, lost: 'connection' }
  }
  const good = await operation.handle(request, world)
  const response = effects.reduce(
    (before, effect) => ('nextLink' in effect ? withNextLink(before, request, effect.nextLink) : before),
    good,
  )
  if (effects.some((effect) => 'dropConnection' in effect)) return { response, lost: 'connection' }
  return effects.some((effect) => 'truncateBody' in effect) ? { response, lost: 'end' } : { response }
}

/** Nobody sees it: the connection ends first. */
const dropped: EmulatorResponse = { status: 502 }
