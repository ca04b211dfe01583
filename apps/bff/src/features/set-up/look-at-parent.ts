import type { Access, Identity, IdentityPath, SetUpParent } from '@trustwright/shared-schemas'
import { actions, toAccess } from '../../domain/access.ts'
import { asRefused } from '../../domain/as-refused.ts'
import { isGranted } from '../../domain/directory-roles.ts'
import { graphNeeds } from '../../domain/graph-needs.ts'
import { applicationId, identityId, resourceGroupId, resourceKey } from '../../domain/resource-ids.ts'
import { PortalError } from '../../errors.ts'
import type { Arm, Caller, Permission, StoredCredential } from '../../ports.ts'
import type { Directory } from '../../directory-port.ts'
import { groupKeyOf } from './group-plan.ts'
import type { Looking } from './looking.ts'
import { once } from './once.ts'
import { uniqueNameOf } from './plan-steps.ts'

/** What was found of an identity or application, before anything is written. */
export interface ParentLook {
  /** Null where it could not be told. */
  readonly exists: boolean | null
  readonly stored: readonly StoredCredential[] | null
  readonly identity: Identity | null
  readonly principalId: string | null
  /** A hint; null where nobody tells. */
  readonly write: Access | null
  /** Why it could not be looked at, or is not there although it has to be. */
  readonly problem: PortalError | null
}

export interface LookDeps extends Pick<Looking, 'groups' | 'identities' | 'permissions'> {
  /** New applications are keyed by it. */
  readonly draftId: string | undefined
  readonly arm: Arm
  readonly directory: Directory
  /** Resolves when one more list of trusts may be asked for. */
  readonly listTurn: (parentKey: string) => Promise<void>
}

const unseen: ParentLook = {
  exists: null,
  stored: null,
  identity: null,
  principalId: null,
  write: null,
  problem: null,
}

/** There was no time left to look. */
export const notLookedAt: ParentLook = {
  ...unseen,
  problem: new PortalError('UPSTREAM_TIMEOUT', {
    detail: 'There are more identities than the portal reads at once, as slowly as Azure lets it.',
    nextStep: 'Check again: it goes on with the rest. Or start the run: it reads each before it writes.',
  }),
}

/** One list for each that exists. Errors of the person's session are thrown. */
export async function lookAtParent(deps: LookDeps, caller: Caller, parent: SetUpParent): Promise<ParentLook> {
  try {
    if (parent.kind === 'application') return await lookAtApplication(deps, caller, parent.appId)
    if (parent.kind === 'newApplication') return await lookAtNewApplication(deps, caller, parent.displayName)
    return await lookAtIdentity(deps, caller, parent)
  } catch (error) {
    return { ...unseen, problem: asRefused(error) }
  }
}

async function lookAtIdentity(
  { arm, groups, identities, listTurn, permissions }: LookDeps,
  caller: Caller,
  parent: Extract<SetUpParent, { subscriptionId: string }>,
): Promise<ParentLook> {
  const { subscriptionId, resourceGroup, identityName } = parent
  const path: IdentityPath = { subscriptionId, resourceGroup, identityName }
  const key = resourceKey(identityId(path))
  const known = await once(identities, resourceKey(subscriptionId), async () => {
    const all = await arm.listIdentities(caller, subscriptionId)
    return new Map(all.map((each) => [resourceKey(identityId(each)), each]))
  })
  const identity = known.get(key)
  if (identity !== undefined) {
    await listTurn(key)
    const [stored, write] = await Promise.all([
      arm.listCredentials(caller, path),
      writeAccess(arm, caller, permissions, path),
    ])
    return { ...unseen, exists: true, stored, identity, principalId: identity.principalId, write }
  }
  if (parent.kind === 'managedIdentity') {
    return { ...unseen, exists: false, problem: new PortalError('NOT_FOUND', absent(identityName)) }
  }
  const group = await groups.get(groupKeyOf(path))
  if (group?.problem) return { ...unseen, problem: group.problem }
  if (group?.group === null) return { ...unseen, exists: false, stored: [], write: group.writeIdentity }
  const scope = resourceGroupId(subscriptionId, resourceGroup)
  const roles = await permissionsIn(arm, caller, permissions, path)
  const write = toAccess(roles, actions.writeIdentity, scope)
  return { ...unseen, exists: false, stored: [], write }
}

function permissionsIn(
  arm: Arm,
  caller: Caller,
  known: Looking['permissions'],
  path: IdentityPath,
): Promise<Permission[]> {
  const { subscriptionId, resourceGroup } = path
  return once(known, groupKeyOf(path), () => arm.listPermissions(caller, { subscriptionId, resourceGroup }))
}

/** The roles in its group mostly settle it, and are read once for all; its own are read where they do not. */
async function writeAccess(
  arm: Arm,
  caller: Caller,
  known: Looking['permissions'],
  path: IdentityPath,
): Promise<Access> {
  const access = (permissions: Permission[]) => toAccess(permissions, actions.writeTrust, identityId(path))
  try {
    const inGroup = access(await permissionsIn(arm, caller, known, path))
    if (inGroup.allowed) return inGroup
  } catch (error) {
    // Who may read the identity alone is told of it alone.
    asRefused(error)
  }
  return access(await arm.listPermissions(caller, path))
}

/** An earlier run of the same draft may have made it. */
async function lookAtNewApplication(
  deps: LookDeps,
  caller: Caller,
  displayName: string,
): Promise<ParentLook> {
  const { directory, draftId } = deps
  const found =
    draftId === undefined
      ? null
      : await directory.findUniqueApplication(caller, uniqueNameOf(draftId, displayName))
  if (found !== null) return await lookAtApplication(deps, caller, found.appId)
  const write = await lackOfGraph(directory, caller, 'createApplication', '/')
  return { ...unseen, exists: false, stored: [], write }
}

async function lookAtApplication(
  { directory }: LookDeps,
  caller: Caller,
  appId: string,
): Promise<ParentLook> {
  await directory.readApplication(caller, appId)
  const [stored, principalId, write] = await Promise.all([
    directory.listCredentials(caller, appId),
    directory.findServicePrincipal(caller, appId),
    lackOfGraph(directory, caller, 'writeCredentials', applicationId(appId)),
  ])
  return { ...unseen, exists: true, stored, principalId, write }
}

/** The portal's own permission is told; whether the person owns the application, or has a role, is for Graph to say. */
async function lackOfGraph(
  directory: Directory,
  caller: Caller,
  need: keyof typeof graphNeeds,
  scope: string,
): Promise<Access | null> {
  const { action, role, permissions } = graphNeeds[need]
  const given = await directory.listPermissions(caller)
  return isGranted(given, permissions) ? null : { allowed: false, action, role, scope }
}

function absent(identityName: string) {
  return {
    detail: `The resource group has no identity ${identityName}. It may have been deleted.`,
    nextStep: 'Choose an identity from the list, or let the run make it.',
  }
}
