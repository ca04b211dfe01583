import type { Unreadable } from '@trustwright/shared-schemas'
import { asRefused } from '../../../domain/as-refused.ts'
import { identityId, resourceKey } from '../../../domain/resource-ids.ts'
import type { PrincipalWithTrusts } from '../../../inventory-port.ts'
import type { StoredCredential } from '../../../ports.ts'
import { readParents } from '../store/open-parents.ts'
import type { KnownIdentities } from './known-identities.ts'
import { readPages } from './read-pages.ts'
import { pagesFor } from './scan-meter.ts'
import type { ScanContext } from './scan-context.ts'
import { identityParent } from './to-parent.ts'

const cursorName = 'servicePrincipals'
const incomplete = 'servicePrincipalsIncomplete'
const pageSize = 999

/**
 * `whole`: every managed identity with trusts was read. `partly`: Graph counted more than it listed. `refused`: it does not
 * answer this, stopped in the middle, or named no managed identity though there are some (whether it lists their trusts in
 * every tenant is not published), so that each identity has to be asked by itself.
 */
export type PrincipalsRead = 'whole' | 'partly' | 'refused'

type Located = PrincipalWithTrusts & { readonly path: NonNullable<PrincipalWithTrusts['path']> }

/** The trusts of all managed identities by one list of their service principals. */
export async function listPrincipals(context: ScanContext, known: KnownIdentities): Promise<PrincipalsRead> {
  const { caller, commit, cursors, directory, meter, paced } = context
  const from = cursors[cursorName]
  if (cursors[incomplete] === 'refused') return 'refused'
  if (from === null) return cursors[incomplete] === undefined ? 'whole' : 'partly'
  let total: number | null = null
  const seen = new Set<string>()
  const list = (cursor: string | null) =>
    paced.graph(() => directory.listPrincipalsWithTrusts(caller, cursor, meter.options('graph')))
  try {
    for await (const { items, total: counted, nextCursor } of readPages(list, from ?? null)) {
      total = counted ?? total
      const fresh = items.filter(
        ({ principalId }) => !seen.has(principalId) && seen.add(principalId) !== undefined,
      )
      if (from === undefined) meter.least('servicePrincipals', pagesFor(total ?? seen.size, pageSize))
      if (from === undefined && nextCursor === null && seen.size === 0 && mayHaveIdentities(known)) {
        await commit({ cursors: { [incomplete]: 'refused' } })
        return 'refused'
      }
      await keepPage(context, known, fresh, nextCursor)
    }
    // Who goes on in the middle does not see the count of the first page.
    const missing = from === undefined && total !== null ? total - seen.size : 0
    if (missing <= 0) return 'whole'
    await commit({ unreadable: [notShown(missing)], cursors: { [incomplete]: 'counted' } })
    return 'partly'
  } catch (error) {
    asRefused(error)
    await commit({ cursors: { [incomplete]: 'refused' } })
    return 'refused'
  }
}

function mayHaveIdentities({ byKey, subscriptions }: KnownIdentities): boolean {
  return byKey === null ? subscriptions.length > 0 : byKey.size > 0
}

async function keepPage(
  context: ScanContext,
  known: KnownIdentities,
  items: readonly PrincipalWithTrusts[],
  nextCursor: string | null,
): Promise<void> {
  const { commit, db, run } = context
  const located = items.filter((item): item is Located => item.path !== null)
  const old = await readParents(
    db,
    run.owner,
    located.map(({ path }) => resourceKey(identityId(path))),
  )
  const unreadable: Unreadable[] = items.filter(({ path }) => path === null).map(unknownKind)
  const parents = []
  for (const item of located) {
    const credentials = item.credentials ?? (await askArm(context, item, unreadable))
    if (credentials === null) continue
    const key = resourceKey(identityId(item.path))
    const resource = known.byKey?.get(key)
    const { path, clientId, principalId } = item
    const parent = identityParent(
      {
        path: resource ?? path,
        resourceId: resource?.resourceId,
        clientId,
        principalId,
        location: resource?.location ?? '',
        subscriptionName: known.nameOf(path.subscriptionId),
        tags: resource?.tags,
      },
      old.get(key),
    )
    const trusts = credentials.map((credential) => ({ parent: parent.parent, credential }))
    parents.push({ parent, trusts })
  }
  const counts = {
    identitiesFound: located.filter(({ path }) => !known.byKey?.has(resourceKey(identityId(path)))).length,
    identitiesRead: parents.length,
    identitiesUnreadable: unreadable.length,
    trustsFound: parents.reduce((sum, { trusts }) => sum + trusts.length, 0),
  }
  await commit({
    counts,
    parents: parents.filter(({ trusts }) => trusts.length > 0),
    emptyParentKeys: parents.filter(({ trusts }) => trusts.length === 0).map(({ parent }) => parent.key),
    unreadable,
    cursors: { [cursorName]: nextCursor },
  })
}

/** For the one that Graph sent without its trusts, or without all of them. */
async function askArm(
  { arm, caller, meter, paced }: ScanContext,
  { path, displayName }: Located,
  unreadable: Unreadable[],
): Promise<readonly StoredCredential[] | null> {
  try {
    return await paced.arm(path.subscriptionId, () => arm.listCredentials(caller, path, meter.options('arm')))
  } catch (error) {
    const { code, detail } = asRefused(error)
    if (code === 'NOT_FOUND') return []
    unreadable.push({ kind: 'identity', scope: identityId(path), displayName, code, reason: detail })
    return null
  }
}

function unknownKind({ principalId, displayName }: PrincipalWithTrusts): Unreadable {
  return {
    kind: 'identity',
    scope: `/servicePrincipals/${principalId}`,
    displayName,
    code: 'UPSTREAM_FAILED',
    reason: 'It has trusts, and is neither an application nor a user-assigned identity that Azure locates.',
  }
}

function notShown(count: number): Unreadable {
  return {
    kind: 'directory',
    scope: '/servicePrincipals',
    displayName: 'Managed identities',
    code: 'UPSTREAM_FAILED',
    reason: `Microsoft Graph counted ${count} more with trusts than it listed. They may be new or deleted just now.`,
  }
}
