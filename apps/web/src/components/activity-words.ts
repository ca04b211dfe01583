import type { ActivityEvent, ActivityOperation, ActivityOutcome } from '@trustwright/shared-schemas'

const done: Record<ActivityOperation, string> = {
  'session.sign-in': 'Signed in',
  'session.sign-out': 'Signed out',
  'resource-group.create': 'Create resource group',
  'identity.create': 'Create identity',
  'trust.create': 'Create trust',
  'trust.change': 'Change trust',
  'trust.delete': 'Delete trust',
  'trust.restore': 'Restore trust',
  'trust.prove': 'Run an exchange for trust',
}

/** What was tried, as a verb and an object. */
export function operationWords(operation: ActivityOperation): string {
  return done[operation]
}

export interface OutcomeWords {
  readonly word: string
  readonly look: 'good' | 'bad' | 'open'
  readonly meaning: string
}

const outcomes: Record<ActivityOutcome, OutcomeWords> = {
  started: { word: 'Started', look: 'open', meaning: 'It is still going on.' },
  succeeded: { word: 'Done', look: 'good', meaning: 'Azure did it.' },
  refused: { word: 'Refused', look: 'bad', meaning: 'Azure or the portal refused. Nothing changed.' },
  failed: { word: 'Failed', look: 'bad', meaning: 'It failed on the way.' },
  unknown: {
    word: 'Not known',
    look: 'open',
    meaning:
      'The portal asked Azure but never heard the answer. Look at the identity to see whether it happened.',
  },
}

export function outcomeWords(outcome: ActivityOutcome): OutcomeWords {
  return outcomes[outcome]
}

/** What an action was done to, read from its ARM resource ID; a part that the ID lacks is null. */
export interface ActivityTarget {
  readonly subscriptionId: string | null
  readonly resourceGroup: string | null
  readonly identityName: string | null
  readonly trustName: string | null
}

/** ARM writes the fixed words of an ID in any case, so they are compared without it. */
export function readTarget(target: string): ActivityTarget {
  const parts = target.split('/')
  const after = (word: string) => {
    const index = parts.findIndex((part) => part.toLowerCase() === word)
    return index === -1 ? null : (parts[index + 1] ?? null)
  }
  return {
    subscriptionId: after('subscriptions'),
    resourceGroup: after('resourcegroups'),
    identityName: after('userassignedidentities'),
    trustName: after('federatedidentitycredentials'),
  }
}

/** The shortest name of what an action was done to; null for a session. */
export function targetName({
  operation,
  target,
}: Pick<ActivityEvent, 'operation' | 'target'>): string | null {
  if (operation.startsWith('session.')) return null
  const { trustName, identityName, resourceGroup } = readTarget(target)
  return trustName ?? identityName ?? resourceGroup ?? target
}

/** Issuer and subject after the action, or before it where it left none; null when it was not about a trust. */
export function trustOf({
  before,
  after,
}: Pick<ActivityEvent, 'before' | 'after'>): { issuer: string; subject: string | null } | null {
  const values = after ?? before
  if (typeof values?.['issuer'] !== 'string') return null
  const subject = values['subject']
  return { issuer: values['issuer'], subject: typeof subject === 'string' ? subject : null }
}

export interface ValueChange {
  readonly name: string
  readonly before: string | null
  readonly after: string | null
}

/** Values that an action had before and after, in the order of their names. */
export function valueChanges({ before, after }: Pick<ActivityEvent, 'before' | 'after'>): ValueChange[] {
  const names = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])].toSorted()
  return names.map((name) => ({ name, before: written(before?.[name]), after: written(after?.[name]) }))
}

function written(value: unknown): string | null {
  if (value === undefined || value === null) return null
  if (typeof value === 'string') return value
  if (Array.isArray(value) && value.every((item) => typeof item === 'string')) return value.join(', ')
  return JSON.stringify(value)
}
