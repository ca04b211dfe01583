import { afterAll, beforeAll, expect, test } from 'vitest'
import { createAudit } from '../../audit/activity-log.ts'
import { databaseOn } from '../../db/database.ts'
import { createPool } from '../../db/pool.ts'
import { PortalError } from '../../errors.ts'
import type { Caller, IdentityReader } from '../../ports.ts'
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
const readable: IdentityReader = {
  readIdentity: async () => ({
    ...path,
    resourceId,
    location: 'westeurope',
    supportsTrusts: true,
    tenantId: 't',
    clientId: 'c',
    principalId: 'p',
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
  const parts = { database: databaseOn(pool), identities: readable }
  const { events } = await listIdentityActivity(parts, caller, path, { limit: 50 })
  expect(events.map(({ target }) => target)).toEqual([
    `${resourceId}/federatedIdentityCredentials/main`,
    resourceId.toUpperCase(),
  ])
})

test.each(['NOT_FOUND', 'FORBIDDEN'] as const)(
  'who gets %s from Azure for the identity gets nothing here',
  async (code) => {
    const identities = { readIdentity: async () => Promise.reject(new PortalError(code)) }
    const list = listIdentityActivity({ database: databaseOn(pool), identities }, caller, path, { limit: 50 })
    await expect(list).rejects.toMatchObject({ code })
  },
)
