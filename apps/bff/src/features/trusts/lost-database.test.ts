import type { Trust } from '@trustwright/shared-schemas'
import { Client } from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { activityEvent } from '../../db/schema.ts'
import { buildTestApp, type TestApp } from '../../testing/build-test-app.ts'
import { forThisFile } from '../../testing/for-this-file.ts'
import { call } from '../../testing/portal-world.ts'
import { startTestPostgres } from '../../testing/test-postgres.ts'
import { syntheticArm } from '../../testing/synthetic-arm.ts'
import type { Arm, StoredCredential } from '../../ports.ts'
import { PortalError } from '../../errors.ts'
import { fingerprintOf } from '../../domain/fingerprint.ts'

let portal: TestApp
/** What Azure does with the next write, after which the database takes no writes any more. */
let azure: () => StoredCredential

const stored: StoredCredential = {
  id: '/subscriptions/3d5a7c10-0001-4e2b-9c4d-a1b2c3d4e501/resourceGroups/rg/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-pay/federatedIdentityCredentials/main',
  name: 'main',
  issuer: 'https://token.actions.githubusercontent.com',
  subject: 'repo:octo-org/pay:ref:refs/heads/main',
  audiences: ['api://AzureADTokenExchange'],
}
const trusts = '/api/identities/mi/3d5a7c10-0001-4e2b-9c4d-a1b2c3d4e501/rg/id-pay/trusts'
const { issuer, subject, audiences } = stored
const fingerprint = fingerprintOf(stored)

/** As after a failover to a standby: connections break, and new ones may only read. */
async function loseDatabase(readOnly: boolean): Promise<void> {
  const client = new Client({ connectionString: portal.connectionString })
  await client.connect()
  await client.query('set default_transaction_read_only = off')
  const name = new URL(portal.connectionString).pathname.slice(1)
  await client.query(`alter database ${name} set default_transaction_read_only = ${readOnly ? 'on' : 'off'}`)
  await client.query(
    'select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = $1 and pid <> pg_backend_pid()',
    [name],
  )
  await client.end()
}

const write = async () => {
  await loseDatabase(true)
  return { value: azure(), upstreamRequestId: 'azure-1' }
}
const arm: Arm = syntheticArm(
  { subscriptions: 1, identitiesEach: 1, trustsEach: 0 },
  {
    readCredential: async () => stored,
    putCredential: write,
    deleteCredential: async () => ({ ...(await write()), value: null }),
  },
)

const postgres = forThisFile(startTestPostgres)
beforeEach(async () => {
  azure = () => stored
  portal = await buildTestApp({ postgres, overrides: { arm } })
})
afterEach(() => portal.close())

const writes: readonly (readonly [string, 'POST' | 'PUT' | 'DELETE', string, object | undefined])[] = [
  ['create', 'POST', trusts, { name: 'main', issuer, subject, audiences }],
  ['change', 'PUT', `${trusts}/main`, { issuer, subject, audiences, fingerprint }],
  ['delete', 'DELETE', `${trusts}/main?fingerprint=${encodeURIComponent(fingerprint)}`, undefined],
]

test.each(writes)(
  'a %s that Azure made is told as made, though the database was lost then',
  async (_, method, url, body) => {
    const dana = await portal.signedIn('developer')
    const answer = await call(dana, method, url, body)
    expect([answer.status, answer.body.code]).toEqual([503, 'DATABASE_UNAVAILABLE'])
    expect(answer.body.detail).toBe('It was done, but the portal could not write that down.')
    expect(answer.body.nextStep).toContain('Do not repeat it')
  },
)

test.each(writes)(
  'a %s that Azure refused is not told as made when the database was lost',
  async (_, method, url, body) => {
    azure = () => {
      throw new PortalError('FORBIDDEN')
    }
    const dana = await portal.signedIn('developer')
    const answer = await call(dana, method, url, body)
    expect([answer.status, answer.body.code]).toEqual([503, 'DATABASE_UNAVAILABLE'])
    expect(answer.body.detail).toContain('nothing changed')
  },
)

test('the portal serves again as soon as the database takes writes, and the open record is not a success', async () => {
  const dana = await portal.signedIn('developer')
  await call(dana, 'POST', trusts, { name: 'main', issuer, subject, audiences })
  await loseDatabase(false)
  expect((await call<Trust>(dana, 'GET', `${trusts}/main`)).status).toBe(200)
  const rows = await portal.database.select().from(activityEvent)
  expect(rows.map(({ operation, outcome }) => [operation, outcome])).toEqual([['trust.create', 'started']])
})
