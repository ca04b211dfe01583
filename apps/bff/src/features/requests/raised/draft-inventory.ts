import {
  knownFact,
  unknownFact,
  type FindingInventory,
  type FindingParent,
  type FindingTrust,
  type RoleFact,
} from '@trustwright/federation'
import type { AnyNewApplicationTrust, SetUpItem, SetUpParent } from '@trustwright/shared-schemas'
import { isOwnerLike } from '../../../domain/owner-like.ts'
import { applicationId, identityId, resourceKey } from '../../../domain/resource-ids.ts'
import { scopeKindOf } from '../../../domain/role-scope.ts'
import type { Caller } from '../../../ports.ts'
import type { RequestDeps } from '../request-deps.ts'
import type { RequestRow } from '../to-request.ts'

export interface DraftInventory {
  readonly parentKeys: readonly string[]
  readonly subjects: readonly string[]
  /** The inventory as it would be with the wish in it. */
  over(inventory: FindingInventory): FindingInventory
  /** Whether it tells what each of the identities may do. */
  isAccessKnown(inventory: FindingInventory): boolean
}

type Deps = Pick<RequestDeps, 'clock' | 'setUps'>

export async function draftInventory(
  deps: Deps,
  caller: Caller,
  asked: RequestRow['asked'],
): Promise<DraftInventory> {
  const items = itemsOf(asked)
  const createdAt = knownFact(new Date(deps.clock.now()).toISOString())
  const trusts = items.flatMap(({ parent, trusts: each }) =>
    each.map((trust) => toTrust(keyOf(parent), trust, createdAt)),
  )
  const given = new Map<string, RoleFact[]>()
  for (const { parent, roles } of items) {
    const facts = await Promise.all(roles.map((role) => toRole(deps, caller, role)))
    given.set(keyOf(parent), [...(given.get(keyOf(parent)) ?? []), ...facts])
  }
  const parentOf = new Map(items.map(({ parent }) => [keyOf(parent), parent]))
  return {
    parentKeys: [...given.keys()],
    subjects: trusts.flatMap(({ subject }) => (subject === null ? [] : [subject])),
    over: (inventory) => {
      const taken = new Set(trusts.map(({ key }) => key))
      const read = new Map(inventory.parents.map((parent) => [parent.key, parent]))
      const parents = [...parentOf].map(([key, parent]) =>
        withRoles(read.get(key) ?? newParent(key, parent), given.get(key) ?? []),
      )
      return {
        ...inventory,
        trusts: [...inventory.trusts.filter(({ key }) => !taken.has(key)), ...trusts],
        parents: [...inventory.parents.filter(({ key }) => !parentOf.has(key)), ...parents],
      }
    },
    isAccessKnown: ({ parents }) =>
      [...parentOf].every(
        ([key, { kind }]) =>
          kind.startsWith('new') || parents.find((parent) => parent.key === key)?.roles.known === true,
      ),
  }
}

/** A single trust is a set-up of one row. */
function itemsOf(asked: RequestRow['asked']): readonly SetUpItem[] {
  if (asked.kind === 'set-up') return asked.items
  if (asked.kind === 'create')
    return [{ key: asked.trust.name, parent: asked.parent, trusts: [asked.trust], roles: [] }]
  const { fingerprint: _seen, ...values } = asked.change
  return [
    {
      key: asked.trustName,
      parent: asked.parent,
      trusts: [{ ...values, name: asked.trustName }],
      roles: [],
    },
  ]
}

function keyOf(parent: SetUpParent): string {
  if (parent.kind === 'newApplication') return `new-application ${parent.displayName}`
  return resourceKey(parent.kind === 'application' ? applicationId(parent.appId) : identityId(parent))
}

function toTrust(
  parentKey: string,
  { audiences, expression, issuer, name, subject }: AnyNewApplicationTrust,
  createdAt: FindingTrust['createdAt'],
): FindingTrust {
  return {
    key: `${parentKey}/federatedidentitycredentials/${name.toLowerCase()}`,
    parentKey,
    name,
    issuer,
    subject: subject ?? null,
    expression: expression ?? null,
    audiences,
    createdAt,
    lastUse: unknownFact('too-early'),
  }
}

async function toRole(
  { setUps }: Deps,
  caller: Caller,
  { scope, roleId, reason }: SetUpItem['roles'][number],
): Promise<RoleFact> {
  const definition = await setUps.definitionOf(caller, { scope, roleId })
  const scopeKind = scopeKindOf(scope)
  return {
    scope,
    scopeKind,
    roleDefinitionId: roleId,
    roleName: definition?.roleName ?? null,
    ownerLike: definition && isOwnerLike(definition),
    broad: scopeKind !== 'resource' && scopeKind !== 'resource-group',
    conditioned: false,
    canWrite:
      definition &&
      definition.permissions.some(({ actions }) => actions.some((action) => !/\/read$/i.test(action))),
    reason: reason ?? null,
  }
}

/** One that is made has nothing yet; of one that was not read nothing is known. */
function newParent(key: string, parent: SetUpParent): FindingParent {
  const isNew = parent.kind.startsWith('new')
  const isApplication = parent.kind.endsWith('pplication')
  const none = <T>(value: readonly T[]) => (isNew ? knownFact(value) : unknownFact('not-read'))
  const name =
    parent.kind === 'newApplication'
      ? parent.displayName
      : parent.kind === 'application'
        ? parent.appId
        : parent.identityName
  return {
    key,
    kind: isApplication ? 'application' : 'managedIdentity',
    displayName: name,
    resourceId: isApplication ? null : key,
    region: 'location' in parent ? parent.location : null,
    allTrustsRead: isNew,
    tags: unknownFact('not-read'),
    owners: unknownFact('not-read'),
    isAksManaged: isNew ? knownFact(false) : unknownFact('not-read'),
    roles: none([]),
    appRoles: none([]),
    directoryRoles: none([]),
    azurePolicies: unknownFact('not-read'),
  }
}

function withRoles(parent: FindingParent, given: readonly RoleFact[]): FindingParent {
  const { roles } = parent
  return roles.known ? { ...parent, roles: knownFact([...roles.value, ...given]) } : parent
}
