import type { IdentitySearch } from '@trustwright/shared-schemas'
import { expect, test } from 'vitest'
import { PortalError } from '../../errors.ts'
import { forThisFile } from '../../testing/for-this-file.ts'
import { call, startPortalWorld } from '../../testing/portal-world.ts'
import { syntheticArm, toSubscription } from '../../testing/synthetic-arm.ts'
import { listAllIdentities } from './list-all-identities.ts'

const caller = { sessionId: 's', objectId: 'o', tenantId: 't', username: 'dana@contoso.com' }
const size = { subscriptions: 3, identitiesEach: 2, trustsEach: 0 }

const world = forThisFile(startPortalWorld)

test.each(['developer', 'admin'] as const)(
  'one query gives %s the same identities as the list of each subscription',
  async (role) => {
    const browser = await world.portal.signedIn(role)
    const { status, body } = await call<IdentitySearch>(browser, 'GET', '/api/identities')
    expect([status, body.source, body.complete]).toEqual([200, 'resource-graph', true])
    const subscriptions = new Set(body.identities.map(({ subscriptionId }) => subscriptionId))
    expect(subscriptions.size).toBe(role === 'admin' ? 3 : 1)
    const listed = await Promise.all(
      [...subscriptions].map(async (id) => {
        const url = `/api/subscriptions/${id}/identities`
        return (await call<Pick<IdentitySearch, 'identities'>>(browser, 'GET', url)).body.identities
      }),
    )
    const byId = (one: { resourceId: string }, other: { resourceId: string }) =>
      one.resourceId.localeCompare(other.resourceId)
    expect(body.identities.toSorted(byId)).toEqual(listed.flat().toSorted(byId))
  },
)

test('where Resource Graph is refused each subscription is listed, and what cannot be is counted', async () => {
  const whole = syntheticArm(size)
  const arm = syntheticArm(size, {
    queryIdentities: () => Promise.reject(new PortalError('FORBIDDEN')),
    listIdentities: (who, id, options) =>
      id === toSubscription(2).subscriptionId
        ? Promise.reject(new PortalError('THROTTLED'))
        : whole.listIdentities(who, id, options),
  })
  const { identities, source, complete, unreadable } = await listAllIdentities({ arm }, caller)
  expect([identities.length, source, complete]).toEqual([4, 'lists', false])
  expect(unreadable).toEqual([expect.objectContaining({ kind: 'subscription', code: 'THROTTLED' })])
})

test('a lost session is not taken for a refusal of Resource Graph', async () => {
  const arm = syntheticArm(size, { queryIdentities: () => Promise.reject(new PortalError('SESSION_ENDED')) })
  await expect(listAllIdentities({ arm }, caller)).rejects.toMatchObject({ code: 'SESSION_ENDED' })
})
