import { hostOf } from '../presets/issuer-host.ts'
import type { Values } from './column.ts'
import type { TrustQueryKey } from './query.ts'
import type { OpenedRole, TrustFacts } from './trust-facts.ts'

/** Values of a row, each kind in a column of its own. */
export const columnKeys = [
  'platform',
  'issuer',
  'host',
  'env',
  'audience',
  'description',
  'name',
  'subject',
  'stored',
  'identity',
  'identityId',
  'ids',
  'kind',
  'subscription',
  'subscriptionId',
  'group',
  'location',
  'role',
  'place',
  'grant',
  'used',
  'risk',
  'owner',
] as const
export type ColumnKey = (typeof columnKeys)[number]

/** Keys of the query whose values are looked for in columns: one of them has to hold one. */
export const columnsOfKey = {
  platform: ['platform'],
  issuer: ['host', 'issuer', 'platform'],
  subject: ['subject', 'stored'],
  env: ['env'],
  audience: ['audience'],
  description: ['description'],
  identity: ['identity', 'identityId', 'ids'],
  kind: ['kind'],
  subscription: ['subscription', 'subscriptionId'],
  group: ['group'],
  location: ['location'],
  name: ['name'],
  grant: ['grant'],
  used: ['used'],
  risk: ['risk'],
  owner: ['owner'],
} as const satisfies Partial<Record<TrustQueryKey, readonly ColumnKey[]>>

/** What a plain word is looked for in. */
export const wordColumns: readonly ColumnKey[] = [
  'subject',
  'stored',
  'name',
  'issuer',
  'platform',
  'audience',
  'description',
  'identity',
  'identityId',
  'ids',
  'subscription',
  'subscriptionId',
  'group',
  'location',
  'role',
  'place',
  'grant',
  'owner',
]

export type RowReaders = Readonly<Record<ColumnKey, (row: TrustFacts) => Values>>

/** How the values of each column are read. What is made of lists that rows share stays shared. */
export function rowReaders(): RowReaders {
  const hosts = new Map<string, string>()
  const hostIn = (issuer: string) => {
    const before = hosts.get(issuer)
    if (before !== undefined) return before
    const found = hostOf(issuer) || issuer
    hosts.set(issuer, found)
    return found
  }
  const ofRoles = new WeakMap<readonly OpenedRole[], Record<'role' | 'place', Values>>()
  const inRoles = (roles: readonly OpenedRole[]) => {
    const before = ofRoles.get(roles)
    if (before !== undefined) return before
    const found = { role: roles.map(({ name }) => name), place: roles.map(({ scope }) => scope) }
    ofRoles.set(roles, found)
    return found
  }
  return {
    ...plainReaders,
    host: ({ issuer }) => orNone(hostIn(issuer)),
    role: ({ roles }) => (roles === null ? null : inRoles(roles).role),
    place: ({ roles }) => (roles === null ? null : inRoles(roles).place),
  }
}

const plainReaders = {
  platform: ({ platform }) => platform,
  issuer: ({ issuer }) => issuer,
  env: ({ environment }) => environment ?? nothing,
  audience: ({ audiences }) => (audiences.length === 1 ? (audiences[0] ?? nothing) : audiences),
  description: ({ description }) => orNone(description),
  name: ({ name }) => name,
  subject: ({ subject }) => subject,
  stored: ({ storedSubject }) => storedSubject,
  identity: ({ identity }) => identity,
  identityId: ({ identityId }) => identityId,
  ids: ({ ids }) => ids,
  kind: ({ kind }) => kind,
  subscription: ({ subscription, subscriptionId }) => orNone(subscription || subscriptionId),
  subscriptionId: ({ subscriptionId }) => orNone(subscriptionId),
  group: ({ resourceGroup }) => orNone(resourceGroup),
  location: ({ location }) => orNone(location),
  grant: ({ grants }) => grants,
  used: ({ lastUsed }) => lastUsed,
  risk: ({ risk }) => (risk === 'none' ? nothing : risk),
  owner: ({ owners }) => owners,
} as const satisfies Partial<RowReaders>

const nothing: readonly string[] = []

function orNone(text: string): readonly string[] | string {
  return text === '' ? nothing : text
}
