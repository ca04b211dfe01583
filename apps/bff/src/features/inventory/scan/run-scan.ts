import { completeParents } from '../facts/complete-parents.ts'
import { readLastSignIns } from '../facts/read-last-sign-ins.ts'
import type { WholeLists } from '../store/close-absent.ts'
import { readKnownIdentities, type KnownIdentities } from './known-identities.ts'
import { listApplications } from './list-applications.ts'
import { listIdentities } from './list-identities.ts'
import { listPrincipals } from './list-principals.ts'
import type { ScanContext } from './scan-context.ts'

/**
 * Reads the trusts of applications and, beside them, those of managed identities, then what they open. Tells which lists
 * were read to their end. Throws what ends a run: the person's session is over, or a fault of the portal.
 */
export async function runScan(context: ScanContext): Promise<WholeLists> {
  // Graph lets reports be read slowly only, so that they take the longest.
  const lastSignIns = readLastSignIns(context)
  lastSignIns.catch(() => undefined)
  const [applications, identities] = await Promise.all([
    listApplications(context),
    readManagedIdentities(context),
  ])
  await completeParents(context, identities.subscriptionIds, lastSignIns)
  return { applications, identities: identities.whole }
}

interface IdentitiesRead {
  readonly whole: boolean
  /** Where there are any. */
  readonly subscriptionIds: readonly string[]
}

async function readManagedIdentities(context: ScanContext): Promise<IdentitiesRead> {
  const known = await readKnownIdentities(context)
  const { meter } = context
  const { subscriptionsFound, identitiesFound } = meter.counts()
  meter.add({
    subscriptionsFound: Math.max(0, known.subscriptions.length - subscriptionsFound),
    identitiesFound: Math.max(0, (known.byKey?.size ?? 0) - identitiesFound),
  })
  const subscriptionIds = subscriptionsOf(known)
  await context.commit({})
  const read = await listPrincipals(context, known)
  if (read === 'refused') {
    await listIdentities(context, known)
    return { whole: true, subscriptionIds }
  }
  countThoseWithout(context, known)
  return { whole: read === 'whole', subscriptionIds }
}

function subscriptionsOf({ byKey, subscriptions }: KnownIdentities): string[] {
  if (byKey === null) return subscriptions.map(({ subscriptionId }) => subscriptionId)
  return [...new Set([...byKey.values()].map(({ subscriptionId }) => subscriptionId.toLowerCase()))]
}

/** Graph lists what has trusts: the identities that it left out are read as well, and have none. */
function countThoseWithout({ meter }: ScanContext, known: KnownIdentities): void {
  const { identitiesFound, identitiesRead, identitiesUnreadable } = meter.counts()
  if (known.byKey !== null)
    meter.add({ identitiesRead: Math.max(0, identitiesFound - identitiesRead - identitiesUnreadable) })
}
