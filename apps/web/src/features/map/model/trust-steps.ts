import type { OpenedRole, QueryTerm, TrustFacts, TrustQueryKey } from '@trustwright/federation'
import { readScope, scopeWords } from '../../../components/access/scope-words.ts'
import type { MapStep } from './map-node.ts'

/** Names of subscriptions by ID in lower case, as far as the person may read them. */
export type SubscriptionNames = ReadonlyMap<string, string>

function term(key: TrustQueryKey, text: string, exact = true): QueryTerm {
  return { key, negated: false, values: [{ text, exact }] }
}

/** Platform, then the issuer itself: every cluster has one of its own. */
export function issuerSteps({ issuer, platform }: TrustFacts): readonly MapStep[] {
  const address = issuer.replace(/^https:\/\//, '')
  const host = URL.canParse(issuer) ? new URL(issuer).host || issuer : issuer
  const group = platform === 'Other' ? host : platform
  return [
    {
      key: platform,
      label: group,
      detail: group === host ? 'Another issuer' : 'Platform',
      terms: [term('platform', platform)],
    },
    {
      key: `${platform}\n${issuer}`,
      label: group,
      detail: address,
      terms: [term('platform', platform), term('issuer', issuer)],
    },
  ]
}

/** Owner or organisation, repository or workload, then the whole subject. Subjects of two issuers are two. */
export function subjectSteps(row: TrustFacts): readonly MapStep[] {
  const { issuer, platform, subject, storedSubject } = row
  const cut = subject === storedSubject ? -1 : subject.indexOf(' · ')
  const workload = cut < 0 ? subject : subject.slice(0, cut)
  const qualifier = cut < 0 ? '' : subject.slice(cut + 3)
  const owner = /^[^/:\s]+(?=\/)/.exec(workload)?.[0] ?? null
  const whole = {
    key: `${issuer}\n${workload}\n${storedSubject}`,
    label: workload,
    detail: qualifier === '' ? storedSubject : qualifier,
    terms: storedSubject === '' ? null : [term('issuer', issuer), term('subject', storedSubject)],
  }
  const group = { key: `${issuer}\n${workload}`, label: workload, detail: platform, terms: null }
  return owner === null
    ? [group, whole]
    : [{ key: `${issuer}\n${owner}/`, label: owner, detail: platform, terms: null }, group, whole]
}

export function identitySteps(row: TrustFacts, names: SubscriptionNames): readonly MapStep[] {
  const { kind, identity, identityId } = row
  const leaf = { key: identityId.toLowerCase(), label: identity, terms: [term('identity', identityId)] }
  if (kind === 'app') {
    const terms = [term('kind', 'app', false)]
    const group = { key: 'apps', label: 'App registrations', detail: 'In the directory', terms }
    return [group, { ...leaf, detail: 'App registration' }]
  }
  const { subscriptionId, resourceGroup } = readScope(identityId)
  const terms =
    subscriptionId === null
      ? null
      : [term('kind', 'mi', false), term('identity', `/subscriptions/${subscriptionId}/`, false)]
  const group = subscriptionStep(subscriptionId ?? '', names, terms)
  const detail = resourceGroup === null ? 'Managed identity' : `in ${resourceGroup}`
  return [group, { ...leaf, detail }]
}

/** Where nobody could tell what a trust opens, or it opens nothing, that stands in its place; null where it opens something. */
export function gapStep({ roles, grants }: TrustFacts): MapStep | null {
  if (roles === null) return gaps.roles
  if (roles.length > 0 || (grants?.length ?? 0) > 0) return null
  return grants === null ? gaps.grants : gaps.nothing
}

const gaps = {
  roles: { key: 'unread', label: 'Roles not read', detail: 'It may open something', terms: null },
  grants: {
    key: 'unread-grants',
    label: 'No role in Azure',
    detail: 'Its permissions were not read',
    terms: [term('role', 'none', false), term('grant', 'unknown', false)],
  },
  nothing: {
    key: 'nothing',
    label: 'Opens nothing',
    detail: 'No role, no permission',
    terms: [term('role', 'none', false), term('grant', 'none', false)],
  },
} as const

export function grantSteps(grant: string): readonly MapStep[] {
  return [
    { key: 'directory', label: 'Directory and APIs', detail: 'Permissions and directory roles', terms: null },
    {
      key: `directory\n${grant}`,
      label: grant,
      detail: 'Permission or directory role',
      terms: [term('grant', grant)],
    },
  ]
}

/** Where the role is held, then the role there. */
export function roleSteps({ name, scope }: OpenedRole, names: SubscriptionNames): readonly MapStep[] {
  const { kind, subscriptionId } = readScope(scope)
  const group =
    subscriptionId === null
      ? {
          key: 'above',
          label: 'Above subscriptions',
          detail: 'Management groups and the whole tenant',
          terms: null,
        }
      : subscriptionStep(subscriptionId, names, [term('within', `/subscriptions/${subscriptionId}`, false)])
  const label = name ?? 'A role without a readable name'
  const key = `${group.key}\n${label}\n${scope.toLowerCase()}`
  const detail = kind === 'subscription' ? `The whole of ${group.label}` : placeWords(scope, names)
  // Held there or above, and there or below: there.
  const terms =
    name === null ? null : [term('role', name), term('scope', scope, false), term('within', scope, false)]
  return [group, { key, label, detail, terms }]
}

function placeWords(scope: string, names: SubscriptionNames): string {
  const { subscriptionId } = readScope(scope)
  const displayName = names.get(subscriptionId?.toLowerCase() ?? '')
  const known =
    subscriptionId === null || displayName === undefined
      ? []
      : [{ subscriptionId, displayName, state: '', tenantId: null }]
  const { name, place } = scopeWords(scope, known)
  return place === '' ? name : `${name} ${place}`
}

const subscriptionPrefix = 'subscription '

/** ID of the subscription that a group stands for; null where it stands for something else. */
export function subscriptionOfGroup({
  key,
  level,
}: {
  readonly key: string
  readonly level: number
}): string | null {
  return level === 0 && key.startsWith(subscriptionPrefix)
    ? key.slice(subscriptionPrefix.length) || null
    : null
}

function subscriptionStep(
  subscriptionId: string,
  names: SubscriptionNames,
  terms: MapStep['terms'],
): MapStep {
  const id = subscriptionId.toLowerCase()
  const label = names.get(id) ?? (id || 'Unknown place')
  return { key: `${subscriptionPrefix}${id}`, label, detail: 'Subscription', terms }
}
