import type { FindingParent } from '@trustwright/federation'
import type { FrozenItem } from '../../../db/schema-reviews.ts'

/** Of an identity or application that could not be read itself: the last part of its ID. */
export function identityNameOf(parent: FindingParent | undefined, parentKey: string): string {
  return parent?.displayName ?? parentKey.split('/').at(-1) ?? parentKey
}

/** Object IDs, in lower case, of the owners who could decide: a blocked account cannot. */
export function ownerIdsOf(parent: FindingParent | undefined): readonly string[] {
  if (parent?.owners.known !== true) return []
  return parent.owners.value.flatMap(({ enabled, objectId }) =>
    objectId === undefined || enabled === false ? [] : [objectId.toLowerCase()],
  )
}

/** What weighs most first; null where nothing could be read. */
export function opens({ appRoles, directoryRoles, roles }: FindingParent): FrozenItem['opens'] {
  if (!roles.known && !appRoles.known && !directoryRoles.known) return null
  const ofAzure = roles.known ? roles.value : []
  const weight = ({ broad, ownerLike }: (typeof ofAzure)[number]) =>
    (ownerLike === true ? 0 : 2) + (broad ? 0 : 1)
  return [
    ...(directoryRoles.known ? directoryRoles.value : []).map(({ displayName, scope }) => ({
      name: displayName,
      scope: scope === '/' ? 'the whole directory' : scope,
    })),
    ...ofAzure
      .toSorted((a, b) => weight(a) - weight(b))
      .map(({ roleDefinitionId, roleName, scope }) => ({ name: roleName ?? roleDefinitionId, scope })),
    ...(appRoles.known ? appRoles.value : []).map(({ resourceName, value }) => ({
      name: value ?? 'A permission without a name',
      scope: resourceName,
    })),
  ]
}
