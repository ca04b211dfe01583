import { knownFact, unknownFact, type Fact } from '@trustwright/federation'
import type { InventoryParent } from '@trustwright/shared-schemas'
import { policiesOver, type PoliciesOf } from './read-policies.ts'
import { valueInFact } from './value-in-fact.ts'

/** One kind of fact of the whole tenant, by principal or client ID in lower case; who is not in it has none. */
export type FactMap<T> = Fact<ReadonlyMap<string, T>>

export interface FactMaps {
  readonly roles: FactMap<RoleFacts>
  readonly appRoles: FactMap<ValueOf<'appRoles'>>
  readonly directoryRoles: FactMap<ValueOf<'directoryRoles'>>
  /** By client ID. */
  readonly owners: Readonly<Record<'application' | 'managedIdentity', FactMap<ValueOf<'owners'>>>>
  /** By client ID. */
  readonly lastSignIns: FactMap<string | null>
  /** Object IDs of service principals by the client IDs of the tenant's own applications. */
  readonly principals: FactMap<string>
  /** Groups that hold roles, by the object IDs of the service principals in them. */
  readonly groupsOf: ReadonlyMap<string, readonly string[]>
  readonly policies: PoliciesOf
}

type FactNames = 'roles' | 'appRoles' | 'directoryRoles' | 'owners'
/** What a known fact of a parent holds. */
export type ValueOf<Name extends FactNames> = Extract<InventoryParent[Name], { known: true }>['value']
export type RoleFacts = ValueOf<'roles'>

/** The parent with everything that was read of it. A fact that could not be read now is missing, not old. */
export function withFacts(parent: InventoryParent, maps: FactMaps): InventoryParent {
  const clientId = parent.clientId.toLowerCase()
  const isApplication = parent.parent.kind === 'application'
  const principals = maps.principals.known ? maps.principals.value : null
  const principalId = isApplication ? (principals?.get(clientId) ?? null) : parent.principalId
  // Who has no service principal holds nothing; one that is merely not known may hold anything.
  const isKnown = principalId !== null || (isApplication && principals !== null)
  const own = principalId?.toLowerCase() ?? ''
  const holders = [own, ...(maps.groupsOf.get(own) ?? [])]
  const held = <T>(map: FactMap<readonly T[]>): Fact<T[]> => {
    if (!isKnown) return unknownFact('not-told')
    return map.known ? knownFact(holders.flatMap((id) => map.value.get(id) ?? [])) : map
  }
  return {
    ...parent,
    principalId,
    roles: held(maps.roles),
    // What a group may do at an API is not for the applications in it.
    appRoles: isKnown ? valueInFact(maps.appRoles, own, []) : unknownFact('not-told'),
    directoryRoles: held(maps.directoryRoles),
    ...(parent.parent.kind === 'managedIdentity' && {
      azurePolicies: policiesOver(parent.key, parent.parent.subscriptionId, maps.policies),
    }),
    owners: valueInFact(maps.owners[parent.parent.kind], clientId, []),
    lastSignInAt: valueInFact(maps.lastSignIns, clientId, null),
  }
}
