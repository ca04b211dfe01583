import type { GithubFacts } from '../diagnosis/trust.ts'
import { sendsIds } from './sends-ids.ts'

export interface SwitchedTrust {
  readonly name: string
  readonly issuer: string
  readonly subject: string | null
  readonly audiences: readonly string[]
  /** When exactly these values were last seen working. */
  readonly seenAt: string | null
}

export type IdSwitchStepId = 'add' | 'opt-in' | 'seen' | 'remove'

/** `unknown`: nobody could tell; the next step is not held back by it. */
export interface IdSwitchStep {
  readonly id: IdSwitchStepId
  readonly state: 'done' | 'now' | 'later' | 'unknown'
  /** What to do. */
  readonly text: string
  /** What is known of it now, and from whom; null for nothing. */
  readonly proof: string | null
  /** What that leaves open. */
  readonly unproven: string
  /** When it was seen; null where no time is known. */
  readonly at: string | null
}

export function idSwitchSteps(
  trust: SwitchedTrust,
  successor: SwitchedTrust | null,
  github: GithubFacts,
): IdSwitchStep[] {
  const sends = sendsIds(github)
  return [
    addStep(trust, successor),
    optInStep(successor !== null, sends, github),
    seenStep(successor, sends),
    removeStep(trust, successor),
  ]
}

function addStep(trust: SwitchedTrust, successor: SwitchedTrust | null): IdSwitchStep {
  const text = 'Store the trust with IDs beside this one.'
  const unproven =
    'Whether a token matches it: GitHub decides what it sends, and Azure takes minutes to spread a trust.'
  if (successor === null) return { id: 'add', state: 'now', text, proof: null, unproven, at: null }
  const isSame = successor.audiences[0] === trust.audiences[0]
  return {
    id: 'add',
    state: 'done',
    text,
    proof: `Azure stores ${successor.name} with this subject.`,
    unproven: isSame
      ? unproven
      : `Whether the workload asks for its audience: ${successor.name} has ${successor.audiences[0] ?? 'none'}, this one ${trust.audiences[0] ?? 'none'}.`,
    at: null,
  }
}

function optInStep(isAdded: boolean, sends: boolean | null, github: GithubFacts): IdSwitchStep {
  const { subClaimPrefix, useImmutableSubject } = github
  const told =
    subClaimPrefix !== undefined
      ? `GitHub says that subjects begin with ${subClaimPrefix}.`
      : useImmutableSubject === undefined
        ? null
        : `GitHub says that immutable subjects are ${useImmutableSubject ? 'on' : 'off'}.`
  return {
    id: 'opt-in',
    state: sends === null ? 'unknown' : after(sends, isAdded),
    text: 'Turn on immutable subjects in the repository’s OIDC settings at GitHub.',
    proof: told,
    unproven:
      sends === null
        ? 'What the repository sends: GitHub did not tell the portal.'
        : 'That a run did: GitHub tells what it would send.',
    at: null,
  }
}

function seenStep(successor: SwitchedTrust | null, sends: boolean | null): IdSwitchStep {
  const seenAt = successor?.seenAt ?? null
  return {
    id: 'seen',
    state: after(seenAt !== null, successor !== null && sends !== false),
    text: `See a run sign in by ${successor?.name ?? 'the new trust'}.`,
    proof: seenAt === null ? null : `Entra took a token by ${successor?.name ?? 'it'}.`,
    unproven: 'That every workflow works: one that runs once a month may not have run since.',
    at: seenAt,
  }
}

function removeStep({ name, seenAt }: SwitchedTrust, successor: SwitchedTrust | null): IdSwitchStep {
  return {
    id: 'remove',
    state: (successor?.seenAt ?? null) === null ? 'later' : 'now',
    text: `Delete ${name}: it can be restored for 30 days.`,
    proof: seenAt === null ? `${name} was never seen working here.` : `${name} was last seen working.`,
    unproven: 'That nobody needs it: only a run that fails afterwards would tell.',
    at: seenAt,
  }
}

function after(isDone: boolean, isReady: boolean): IdSwitchStep['state'] {
  if (isDone) return 'done'
  return isReady ? 'now' : 'later'
}
