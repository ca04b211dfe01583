import { decodeToken } from '@trustwright/federation'
import type { AttemptEnd, AttemptProblem, Proof, ProofAttempt } from '@trustwright/shared-schemas'
import { claimsMatch } from '../../domain/claims-match.ts'
import { holderOf, type CredentialHolder } from '../../domain/credential-holder.ts'
import type { Streams } from '../../domain/streams.ts'
import { PortalError } from '../../errors.ts'
import type { Caller } from '../../ports.ts'
import type { EventStream } from '../../routes/register-stream.ts'
import { attemptsEndAt, waitAfter } from './attempt-waits.ts'
import type { ProofDeps } from './proof-deps.ts'
import { proveTrust } from './prove-trust.ts'
import { waitAlive } from './wait-alive.ts'

export interface AttemptOptions {
  readonly deps: ProofDeps
  readonly streams: Streams
  readonly caller: Caller
  readonly asked: {
    readonly parent: Parameters<typeof holderOf>[1]
    readonly trustName: string
    readonly token: string
  }
  /** Ends the tries: the page was closed, or the process ends. */
  readonly signal: AbortSignal
}

/**
 * The real exchange, again and again while Azure may still be spreading the trust. The token lives in this call's memory
 * alone and is gone with its stream. Only a token that matches the stored trust is worth waiting for.
 * Throws INPUT_REFUSED, NOT_FOUND, TOO_MANY_REQUESTS before anything is streamed.
 */
export async function attemptProof(options: AttemptOptions): Promise<EventStream<ProofAttempt>> {
  const { deps, streams, caller, asked, signal } = options
  const decoded = decodeToken(asked.token)
  if ('problem' in decoded) {
    throw new PortalError('INPUT_REFUSED', { fields: [{ path: 'token', message: decoded.problem }] })
  }
  const holder = holderOf(deps, asked.parent)
  const credential = await holder.read(caller, asked.trustName)
  streams.enter(caller, signal)
  const end = attemptsEndAt(deps.clock.now(), decoded.claims['exp'])
  return numbered(tries(options, holder, { ...end, worthWaiting: claimsMatch(decoded.claims, credential) }))
}

interface Limits {
  readonly at: number
  readonly withToken: boolean
  readonly worthWaiting: boolean
}

async function* tries(
  { deps, caller, asked, signal }: AttemptOptions,
  holder: CredentialHolder,
  { at, withToken, worthWaiting }: Limits,
): AsyncGenerator<ProofAttempt | null> {
  const { clock, timer, waitScale } = deps
  const until = new Date(at).toISOString()
  const nothing = { nextAt: null, until, proof: null, problem: null, end: null }
  for (let done = 0; !signal.aborted;) {
    yield { ...nothing, state: 'trying', tries: done }
    const answer = await oneTry(() => proveTrust(deps, caller, holder, asked.trustName, asked.token))
    done += 1
    const nextAt = clock.now() + waitAfter(done, waitScale)
    const end = endOf(answer, worthWaiting) ?? (nextAt < at ? null : withToken ? 'token-ends' : 'ten-minutes')
    const event = { ...nothing, proof: answer.proof, problem: answer.problem, tries: done }
    if (end !== null) {
      yield { ...event, state: 'ended', end }
      return
    }
    yield { ...event, state: 'waiting', nextAt: new Date(nextAt).toISOString() }
    yield* waitAlive({ clock, timer, until: nextAt, signal })
  }
}

interface Told {
  readonly proof: Proof | null
  readonly problem: AttemptProblem | null
  readonly passes: boolean
}

const transient = ['THROTTLED', 'UPSTREAM_FAILED', 'UPSTREAM_TIMEOUT', 'DATABASE_UNAVAILABLE']

/** One answer of Entra, or what went wrong on the way. A fault of the portal itself is thrown on. */
async function oneTry(prove: () => Promise<Proof>): Promise<Told> {
  try {
    return { proof: await prove(), problem: null, passes: false }
  } catch (error) {
    if (!(error instanceof PortalError)) throw error
    const { code, detail, nextStep } = error
    return { proof: null, problem: { code, detail, nextStep }, passes: transient.includes(code) }
  }
}

/** Null where a further try may help. */
function endOf({ proof, passes }: Told, worthWaiting: boolean): AttemptEnd | null {
  if (proof === null) return worthWaiting && passes ? null : 'failed'
  if (proof.outcome === 'accepted') return 'accepted'
  return worthWaiting && proof.error.mayStillSpread ? null : 'refused'
}

async function* numbered(
  events: AsyncIterable<ProofAttempt | null>,
): AsyncGenerator<{ id: number; data: ProofAttempt } | null> {
  let id = 0
  for await (const data of events) {
    if (data === null) yield null
    else yield { id: (id += 1), data }
  }
}
