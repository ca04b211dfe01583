import { afterAll, beforeAll, expect, test } from 'vitest'
import { createAudit } from '../../audit/activity-log.ts'
import { databaseOn } from '../../db/database.ts'
import { createPool } from '../../db/pool.ts'
import { PortalError } from '../../errors.ts'
import type { Caller } from '../../ports.ts'
import type { ActivityParts } from './activity-parts.ts'
import { startTestPostgres, type TestPostgres } from '../../testing/test-postgres.ts'
import { listIdentityActivity } from './list-identity-activity.ts'

let postgres: TestPostgres
let pool: ReturnType<typeof createPool>
const caller: Caller = { sessionId: 's', tenantId: 't', objectId: 'o', username: 'dana' }
const path = {
  subscriptionId: '3d5a7c10-0001-4e2b-9c4d-a1b2c3d4e501',
  resourceGroup: 'rg_pay',
  identityName: 'id-pay',
}
const resourceId = `/subscriptions/${path.subscriptionId}/resourceGroups/rg_pay/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-pay`

/** Azure, as far as this feature sees it. */
const readable: ActivityParts['arm'] = {
  listSubscriptions: async () => [
    { subscriptionId: path.subscriptionId, displayName: 'Pay', state: 'Enabled', tenantId: 't' },
  ],
  readIdentity: async () => ({
    ...path,
    resourceId,
    location: 'westeurope',
    supportsTrusts: true,
    tenantId: 't',
    clientId: 'c',
    principalId: 'c8f1d3e5-6072-4b94-8c2d-1e3f507b9c03',
  }),
}

beforeAll(async () => {
  postgres = await startTestPostgres()
  pool = createPool({ connectionString: await postgres.freshDatabase(), onError: () => undefined })
  const audit = createAudit(databaseOn(pool), { now: () => Date.now() })
  const targets = [
    resourceId.toUpperCase(),
    `${resourceId}/federatedIdentityCredentials/main`,
    `${resourceId}-other`,
    `${resourceId}-other/federatedIdentityCredentials/main`,
    resourceId.replace('rg_pay', 'rgXpay') + '/federatedIdentityCredentials/main',
  ]
  for (const target of targets) {
    await audit.record({ caller, operation: 'trust.create', target, outcome: 'succeeded' })
  }
  const foreign = { ...caller, tenantId: 'another' }
  await audit.record({ caller: foreign, operation: 'trust.create', target: resourceId, outcome: 'succeeded' })
}, 60_000)

afterAll(async () => {
  await pool.end()
  await postgres.close()
})

test('events of the identity and of its trusts are listed, and of no neighbour or other tenant', async () => {
  const parts = { database: databaseOn(pool), arm: readable }
  const { events } = await listIdentityActivity(parts, caller, path, { limit: 50 })
  expect(events.map(({ target }) => target)).toEqual([
    `${resourceId}/federatedIdentityCredentials/main`,
    resourceId.toUpperCase(),
  ])
})

test.each(['NOT_FOUND', 'FORBIDDEN'] as const)(
  'who gets %s from Azure for the identity gets nothing here',
  async (code) => {
    const arm = { ...readable, readIdentity: async () => Promise.reject(new PortalError(code)) }
    const list = listIdentityActivity({ database: databaseOn(pool), arm }, caller, path, { limit: 50 })
    await expect(list).rejects.toMatchObject({ code })
  },
)

test('changes of its roles are listed with it, where the reader may read the subscription', async () => {
  const database = databaseOn(pool)
  const audit = createAudit(database, { now: () => Date.now() })
  const own = 'C8F1D3E5-6072-4B94-8C2D-1E3F507B9C03'
  const at = (scope: string) => `${scope}/providers/Microsoft.Authorization/roleAssignments/r`
  const store = `/subscriptions/${path.subscriptionId.toUpperCase()}/resourceGroups/rg-store`
  const hidden = '/subscriptions/3d5a7c10-0009-4e2b-9c4d-a1b2c3d4e509'
  const [given, taken] = [
    { principalId: own, role: 'Reader' },
    { principalId: own, role: 'Owner' },
  ]
  const create = { caller, operation: 'role-assignment.create', outcome: 'succeeded' } as const
  await audit.record({ ...create, target: at(store), after: given })
  await audit.record({ ...create, target: at(store), after: { principalId: 'another' } })
  await audit.record({ ...create, target: at(hidden), after: given })
  await audit.record({ ...create, target: at(store), after: given, caller: { ...caller, tenantId: 'x' } })
  const id = await audit.begin({
    caller,
    operation: 'role-assignment.delete',
    target: at(store),
    before: taken,
  })
  await audit.finish(id, { outcome: 'succeeded', after: null })
  const parts = { database, arm: readable }
  const { events } = await listIdentityActivity(parts, caller, path, { limit: 2 })
  expect(events.map(({ operation, before, after }) => [operation, before ?? after])).toEqual([
    ['role-assignment.delete', taken],
    ['role-assignment.create', given],
  ])
})
