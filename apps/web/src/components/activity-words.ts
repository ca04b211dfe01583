import type {
  ActivityEvent,
  ActivityOperation,
  ActivityOutcome,
  TrustParent,
} from '@trustwright/shared-schemas'
import type { StoredTrust } from './trust-words.ts'

const done: Record<ActivityOperation, string> = {
  'session.sign-in': 'Signed in',
  'session.sign-out': 'Signed out',
  'resource-group.create': 'Create resource group',
  'identity.create': 'Create identity',
  'application.create': 'Register application',
  'application.add-owner': 'Become an owner of',
  'trust.create': 'Create trust',
  'trust.change': 'Change trust',
  'trust.delete': 'Delete trust',
  'trust.restore': 'Restore trust',
  'trust.prove': 'Run an exchange for trust',
  'beacon.open': 'Open a beacon for trust',
  'beacon.hear': 'A workload posted a token for trust',
  'pattern-support.probe': 'Ask about patterns on',
  'role-assignment.create': 'Assign a role on',
  'role-assignment.delete': 'Remove a role on',
  'github.connect': 'Signed in to GitHub',
  'github.disconnect': 'Signed out of GitHub',
  'activity.export': 'Export activity',
  'inventory.export': 'Export trusts',
  'policies.save': 'Save the rules',
  'request.create': 'Ask for trust',
  'request.approve': 'Approve the request for trust',
  'request.decline': 'Decline the request for trust',
  'request.withdraw': 'Withdraw the request for trust',
  'finding.accept': 'Accept findings',
  'finding.reopen': 'Reopen findings',
  'finding.export': 'Export findings',
  'accept-rule.create': 'Add a rule that accepts findings',
  'accept-rule.withdraw': 'Withdraw a rule that accepts findings',
  'review.open': 'Open review',
  'review.decide': 'Decide in review',
  'review.renew': 'Take a changed trust into review',
  'review.apply': 'Apply review',
  'review.close': 'Close review',
  'review.export': 'Export review',
}

/** What was tried, as a verb and an object. */
export function operationWords({ operation, target }: Pick<ActivityEvent, 'operation' | 'target'>): string {
  return isServicePrincipal(target) ? 'Make the service principal of' : done[operation]
}

/** It is made along with its application, under the same operation. */
function isServicePrincipal(target: string): boolean {
  return target.startsWith('/applications/') && target.endsWith('/servicePrincipal')
}

/** Said only where it is not the page that everybody uses. Which of the two it was, the portal cannot tell from a token. */
export function doorWords({ door }: Pick<ActivityEvent, 'door'>): string | null {
  return door === 'bearer' ? 'by script or frame' : null
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
    meaning: 'The portal asked Azure but never heard the answer. Look whether the change is there.',
  },
}

export function outcomeWords(outcome: ActivityOutcome): OutcomeWords {
  return outcomes[outcome]
}

/** What an action was done to, read from its ID at ARM or `/applications/<appId>`; a part that the ID lacks is null. */
export interface ActivityTarget {
  readonly subscriptionId: string | null
  readonly resourceGroup: string | null
  readonly identityName: string | null
  readonly trustName: string | null
  readonly appId: string | null
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
    // Resources at ARM may have a part of this name as well.
    appId: parts[1] === 'applications' ? (parts[2] ?? null) : null,
  }
}

/** The identity or application that an action was done to or below; null where it was to neither. */
export function parentOf({
  subscriptionId,
  resourceGroup,
  identityName,
  appId,
}: ActivityTarget): TrustParent | null {
  if (appId !== null) return { kind: 'application', appId }
  if (subscriptionId === null || resourceGroup === null || identityName === null) return null
  return { kind: 'managedIdentity', subscriptionId, resourceGroup, identityName }
}

/** The shortest name of what an action was done to; null for a session, here or at GitHub, and for the tenant as a whole. */
export function targetName({
  operation,
  target,
  after,
}: Pick<ActivityEvent, 'operation' | 'target'> & Partial<Pick<ActivityEvent, 'after'>>): string | null {
  if (/^(session|github)\./.test(operation) || target.startsWith('/tenants/')) return null
  if (operation.startsWith('role-assignment.')) return scopeName(target)
  const { trustName, identityName, resourceGroup, appId } = readTarget(target)
  if (operation === 'application.create') return applicationName(target, after ?? null)
  return trustName ?? identityName ?? resourceGroup ?? appId ?? target
}

/** Of what the role is held on: the last part of its ID. */
function scopeName(assignmentId: string): string {
  const [scope = ''] = assignmentId.split(/\/providers\/Microsoft\.Authorization\/roleAssignments(?:\/|$)/i)
  return scope.split('/').at(-1) || '/'
}

/** The ID is Graph's to give, so a registration that did not end has only the name that was asked for. */
function applicationName(target: string, after: ActivityEvent['after']): string {
  const { appId } = readTarget(target)
  const name = after?.['displayName']
  return typeof name === 'string' && !isServicePrincipal(target) ? name : (appId ?? target)
}

/** Issuer and subject after the action, or before it where it left none; null when it was not about a trust. */
export function trustOf({ before, after }: Pick<ActivityEvent, 'before' | 'after'>): StoredTrust | null {
  const values = after ?? before
  if (typeof values?.['issuer'] !== 'string') return null
  const { issuer, subject, expression } = values
  return { issuer, subject: textOrNull(subject), expression: textOrNull(expression) }
}

function textOrNull(value: unknown): string | null {
  return typeof value === 'string' ? value : null
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
