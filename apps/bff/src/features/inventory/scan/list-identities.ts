import type { Identity, Subscription } from '@trustwright/shared-schemas'
import { asRefused } from '../../../domain/as-refused.ts'
import { eachOf } from '../../../domain/each-of.ts'
import { resourceKey } from '../../../domain/resource-ids.ts'
import type { StoredCredential } from '../../../ports.ts'
import { readLastReads, readParents } from '../store/open-parents.ts'
import type { KnownIdentities } from './known-identities.ts'
import { createReadBuffer, type ReadBuffer } from './read-buffer.ts'
import type { ScanContext } from './scan-context.ts'
import { identityParent } from './to-parent.ts'

const subscriptionsAtOnce = 10
const listsAtOnce = 6

type LastReads = Awaited<ReturnType<typeof readLastReads>>

/**
 * Asks for the trusts of each identity by itself, within the limits of the resource provider, those first that were not read
 * for longest. What cannot be read is recorded and passed over; what this run read already is left out.
 */
export async function listIdentities(context: ScanContext, known: KnownIdentities): Promise<void> {
  const { db, meter, run } = context
  const lastReads = await readLastReads(db, run.owner)
  const buffer = createReadBuffer(context)
  const area: ArmArea = { context, known, lastReads, buffer, asked: { lists: 0 } }
  meter.add({ subscriptionsFound: known.subscriptions.length - meter.counts().subscriptionsFound })
  try {
    await eachOf(known.subscriptions, subscriptionsAtOnce, (each) => readSubscription(area, each))
  } finally {
    // What was read before the session ended need not be read again.
    await buffer.flush()
  }
}

interface ArmArea {
  readonly context: ScanContext
  readonly known: KnownIdentities
  readonly lastReads: LastReads
  readonly buffer: ReadBuffer
  readonly asked: { lists: number }
}

async function readSubscription(area: ArmArea, subscription: Subscription): Promise<void> {
  const { arm, caller, meter, paced, run } = area.context
  const { subscriptionId, displayName } = subscription
  let identities: Identity[]
  try {
    identities = await paced.arm(subscriptionId, () =>
      arm.listIdentities(caller, subscriptionId, meter.options('arm')),
    )
  } catch (error) {
    const { code, detail } = asRefused(error)
    const scope = `/subscriptions/${subscriptionId}`
    await area.buffer.unreadable({ kind: 'subscription', scope, displayName, code, reason: detail })
    return
  }
  area.asked.lists += 1 + identities.length
  meter.least('identityLists', area.asked.lists)
  const readAt = (identity: Identity) => area.lastReads.get(resourceKey(identity.resourceId))
  const left = identities
    .filter((identity) => readAt(identity)?.scan !== run.number)
    .toSorted((one, other) => (readAt(one)?.at.getTime() ?? 0) - (readAt(other)?.at.getTime() ?? 0))
  await area.buffer.found(identities)
  const old = await readParents(
    area.context.db,
    run.owner,
    left.map(({ resourceId }) => resourceKey(resourceId)),
  )
  await eachOf(left, listsAtOnce, async (identity) => {
    const credentials = await readIdentity(area, identity)
    if (credentials === null) return
    const key = resourceKey(identity.resourceId)
    const { location, clientId, principalId, resourceId } = identity
    const tags = area.known.byKey?.get(key)?.tags
    const found = { path: identity, resourceId, clientId, principalId, location, tags }
    const parent = identityParent({ ...found, subscriptionName: displayName }, old.get(key))
    const trusts = credentials.map((credential) => ({ parent: parent.parent, credential }))
    await area.buffer.read({ parent, trusts })
  })
}

async function readIdentity(
  { context: { arm, caller, meter, paced }, buffer }: ArmArea,
  { subscriptionId, resourceGroup, identityName, resourceId }: Identity,
): Promise<readonly StoredCredential[] | null> {
  const path = { subscriptionId, resourceGroup, identityName }
  try {
    return await paced.arm(subscriptionId, () => arm.listCredentials(caller, path, meter.options('arm')))
  } catch (error) {
    const { code, detail } = asRefused(error)
    // Deleted since it was listed: there is nothing to read.
    if (code === 'NOT_FOUND') return []
    const what = { kind: 'identity', scope: resourceId, displayName: identityName } as const
    await buffer.unreadable({ ...what, code, reason: detail })
    return null
  }
}
