import { canWrite } from '../findings/access-view.ts'
import type { AppRoleFact, DirectoryRoleFact, OwnerFact, RoleFact } from '../findings/facts/access.ts'
import type { Fact } from '../findings/facts/fact.ts'
import { environmentIn, type ToldTrust, type WordsOfTrust } from '../trust-words.ts'
import type { TrustFacts } from './trust-facts.ts'

/** What is known of the application or managed identity that a trust is stored on. */
export interface ParentAccessFacts {
  readonly roles: Fact<
    readonly Pick<RoleFact, 'canWrite' | 'ownerLike' | 'roleDefinitionId' | 'roleName' | 'scope'>[]
  >
  readonly appRoles: Fact<readonly Pick<AppRoleFact, 'value'>[]>
  readonly directoryRoles: Fact<readonly Pick<DirectoryRoleFact, 'displayName'>[]>
  readonly owners: Fact<readonly Pick<OwnerFact, 'displayName'>[]>
}

export type AccessFacts = Pick<TrustFacts, 'grants' | 'owners' | 'roles'>

/** Worth keeping for all trusts of one parent. Undefined: the parent was not read. */
export function accessFactsOf(parent: ParentAccessFacts | undefined): AccessFacts {
  if (parent === undefined) return { grants: null, owners: null, roles: null }
  const { appRoles, directoryRoles, owners, roles } = parent
  const grants = [
    ...(appRoles.known ? appRoles.value.flatMap(({ value }) => value ?? []) : []),
    ...(directoryRoles.known ? directoryRoles.value.map(({ displayName }) => displayName) : []),
  ]
  return {
    grants: appRoles.known || directoryRoles.known ? grants : null,
    owners: owners.known ? owners.value.map(({ displayName }) => displayName) : null,
    roles: roles.known
      ? roles.value.map((role) => ({
          name: role.roleName,
          scope: role.scope,
          ownerLike: role.ownerLike,
          canWrite: canWrite(role),
        }))
      : null,
  }
}

export type PlaceFacts = Pick<
  TrustFacts,
  'ids' | 'location' | 'resourceGroup' | 'subscription' | 'subscriptionId'
>

interface PlacedParent {
  /** ARM resource ID of a managed identity. */
  readonly resourceId: string | null
  readonly clientId: string
  readonly objectId: string | null
  readonly principalId: string | null
  readonly subscriptionName: string
  readonly location: string
}

/** Worth keeping for all trusts of one parent. Undefined: the parent was not read, and its key alone tells where it is. */
export function placeFactsOf(parent: PlacedParent | undefined, parentKey: string): PlaceFacts {
  const {
    clientId = '',
    location = '',
    objectId,
    principalId,
    resourceId,
    subscriptionName = '',
  } = parent ?? {}
  const [, subscriptionId = '', resourceGroup = ''] =
    /^\/subscriptions\/([^/]+)\/resourcegroups\/([^/]+)/i.exec(resourceId ?? parentKey) ?? []
  return {
    ids: [clientId, objectId ?? '', principalId ?? ''].filter((id) => id !== ''),
    location,
    resourceGroup,
    subscription: subscriptionName,
    subscriptionId,
  }
}

interface TrustWithWords extends ToldTrust {
  readonly key: string
  readonly name: string
  readonly audiences: readonly string[]
  readonly description?: string | null | undefined
  readonly words: Pick<WordsOfTrust, 'platform' | 'qualifier' | 'workload'>
}

/** One trust as queries read it: the same in the list of trusts and in reviews. */
export function toTrustFacts(
  { audiences, description, expression, issuer, key, name, subject, words }: TrustWithWords,
  beside: AccessFacts &
    PlaceFacts &
    Pick<TrustFacts, 'identity' | 'identityId' | 'kind' | 'lastUsed' | 'risk'>,
): TrustFacts {
  const { platform, qualifier, workload } = words
  const { grants, identity, identityId, ids, kind, lastUsed, location, owners, resourceGroup, risk, roles } =
    beside
  return {
    key,
    name,
    subject: qualifier === null ? workload : `${workload} · ${qualifier}`,
    storedSubject: subject ?? expression ?? '',
    issuer,
    platform,
    environment: environmentIn(qualifier),
    audiences,
    description: description ?? '',
    identity,
    identityId,
    ids,
    kind,
    subscription: beside.subscription,
    subscriptionId: beside.subscriptionId,
    resourceGroup,
    location,
    roles,
    grants,
    lastUsed,
    risk,
    owners,
  }
}
