import { isDeepStrictEqual } from 'node:util'
import { knownFact } from '@trustwright/federation'
import type { Unreadable } from '@trustwright/shared-schemas'
import type { ScanContext } from '../scan/scan-context.ts'
import { parentPrint, type StoredParent } from '../../../domain/inventory-rows.ts'
import { eachParent, type StandingParent } from '../store/open-parents.ts'
import { withFacts, type FactMaps } from './fact-maps.ts'
import { readAppRoles, readDirectoryRoles, readOwners, readPrincipals } from './read-directory.ts'
import { readFact } from './read-fact.ts'
import { readGroups } from './read-groups.ts'
import type { LastSignIns } from './sign-in-readings.ts'
import { readPolicies } from './read-policies.ts'
import { readRoles } from './read-roles.ts'

const parentsAtOnce = 1000

/**
 * What the parents that were listed open, and who owns them: a few lists of the whole tenant, then one pass over the rows.
 * `subscriptionIds`: where there are managed identities. `lastSignIns`: begun before.
 */
export async function completeParents(
  context: ScanContext,
  subscriptionIds: readonly string[],
  lastSignIns: Promise<LastSignIns>,
): Promise<void> {
  const { commit, db, run, signal } = context
  const unreadable: Unreadable[] = []
  const maps = await readMaps(context, { subscriptionIds, signIns: lastSignIns }, unreadable)
  await commit({ unreadable })
  for await (const parents of eachParent(db, run.owner, parentsAtOnce)) {
    signal.throwIfAborted()
    const completed = parents.map(({ parent, fingerprint }) => ({
      before: { parent, fingerprint },
      after: withFacts(parent, maps),
    }))
    const news = completed.filter(({ before, after }) => isNews(before, after))
    if (news.length > 0) await commit({ facts: news.map(({ after }) => after) })
  }
}

/** A sign-in is news as well, though no change. */
function isNews(before: StandingParent, after: StoredParent): boolean {
  return (
    parentPrint(after) !== before.fingerprint ||
    !isDeepStrictEqual(after.lastSignInAt, before.parent.lastSignInAt)
  )
}

async function readMaps(
  context: ScanContext,
  {
    subscriptionIds,
    signIns,
  }: {
    readonly subscriptionIds: readonly string[]
    readonly signIns: Promise<LastSignIns>
  },
  unreadable: Unreadable[],
): Promise<FactMaps> {
  const fact = <T>(scope: string, displayName: string, read: () => Promise<T>) =>
    readFact(unreadable, { scope, displayName }, read)
  const [roles, principals, appRoles, directoryRoles, ofApplications, ofIdentities, lastSignIns, policies] =
    await Promise.all([
      fact('/roleAssignments', 'Roles in Azure', () => readRoles(context)),
      fact('/principals', 'Service principals', () => readPrincipals(context)),
      fact('/appRoles', 'Application permissions', () => readAppRoles(context)),
      fact('/directoryRoles', 'Directory roles', () => readDirectoryRoles(context)),
      fact('/owners', 'Owners of applications', () => readOwners(context, 'applications')),
      fact('/owners', 'Owners of managed identities', () => readOwners(context, 'servicePrincipals')),
      fact('/signIns', 'Last sign-ins', () => signIns),
      readPolicies(context, subscriptionIds, unreadable),
    ])
  const holders = {
    groups: roles.known ? roles.value.groups : [],
    inDirectory: directoryRoles.known ? [...directoryRoles.value.keys()] : [],
  }
  const groupsOf = await fact('/groups', 'Roles through groups', () => readGroups(context, holders))
  return {
    roles: roles.known ? knownFact(roles.value.held) : roles,
    principals,
    appRoles,
    directoryRoles,
    owners: { application: ofApplications, managedIdentity: ofIdentities },
    lastSignIns,
    groupsOf: groupsOf.known ? groupsOf.value : new Map(),
    policies,
  }
}
