import type { Identity, Subscription } from '@trustwright/shared-schemas'
import type { Directory } from '../../directory-port.ts'
import type { Arm, Caller } from '../../ports.ts'
import { asRefused } from '../../domain/as-refused.ts'
import { eachOf } from '../../domain/each-of.ts'
import { readApplications } from './read-applications.ts'
import type { Pacer } from './pacer.ts'
import type { PassRecord } from './pass-record.ts'

export interface Pass {
  readonly arm: Arm
  readonly caller: Caller
  readonly directory: Pick<Directory, 'listApplicationsWithTrusts'>
  readonly pacer: Pacer
  readonly record: PassRecord
}

const subscriptionsAtOnce = 10
const listsAtOnce = 6
const background = { background: true }

/**
 * Reads subscriptions, their identities, and the trusts of each, and beside them those of applications, as the person. What cannot be read is recorded and
 * passed over; an ended session ends the pass.
 */
export async function runPass(pass: Pass): Promise<void> {
  const areas = [readSubscriptions, readApplications]
  await eachOf(areas, areas.length, (area) => area(pass))
}

async function readSubscriptions(pass: Pass): Promise<void> {
  const { arm, caller, pacer, record } = pass
  const subscriptions = await pacer.run('', () => arm.listSubscriptions(caller, background))
  await record.foundSubscriptions(subscriptions.length)
  await eachOf(subscriptions, subscriptionsAtOnce, (subscription) => readSubscription(pass, subscription))
}

async function readSubscription(pass: Pass, subscription: Subscription): Promise<void> {
  const { arm, caller, pacer, record } = pass
  const { subscriptionId, displayName } = subscription
  let identities: Identity[]
  try {
    identities = await pacer.run(subscriptionId, () => arm.listIdentities(caller, subscriptionId, background))
  } catch (error) {
    const { code, detail } = asRefused(error)
    const scope = `/subscriptions/${subscriptionId}`
    await record.unreadable({ kind: 'subscription', scope, displayName, code, reason: detail })
    return
  }
  await record.foundIdentities(identities.length)
  await eachOf(identities, listsAtOnce, (identity) => readIdentity(pass, displayName, identity))
}

async function readIdentity(pass: Pass, subscriptionName: string, identity: Identity): Promise<void> {
  const { arm, caller, pacer, record } = pass
  const { subscriptionId, resourceGroup, identityName, location } = identity
  const path = { subscriptionId, resourceGroup, identityName }
  try {
    const credentials = await pacer.run(subscriptionId, () => arm.listCredentials(caller, path, background))
    await record.readIdentity(
      credentials.map((credential) => ({
        parent: { kind: 'managedIdentity', ...path },
        credential,
        subscriptionName,
        location,
      })),
    )
  } catch (error) {
    const { code, detail } = asRefused(error)
    // Deleted since it was listed: there is nothing to read.
    if (code === 'NOT_FOUND') return record.readIdentity([])
    const { resourceId } = identity
    await record.unreadable({
      kind: 'identity',
      scope: resourceId,
      displayName: identityName,
      code,
      reason: detail,
    })
  }
}
