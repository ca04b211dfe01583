import { afterAll, beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import { deletedClusterIssuer, subscriptions } from '../seed.ts'
import { startTestEmulator } from '../testing/start-test-emulator.ts'

const emulator = await startTestEmulator()
const { world, browserOrigin } = emulator
afterAll(() => emulator.close())
beforeEach(() => send('POST', 'reset'))

async function send(method: string, path: string, body?: unknown) {
  const response = await emulator.fetch(`${browserOrigin}/_emulator/${path}`, {
    method,
    headers: { 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  const text = await response.text()
  return { status: response.status, body: text === '' ? undefined : (JSON.parse(text) as unknown) } // judged by each test
}

const counts = z.looseObject({ credentials: z.number(), faults: z.number() })
const exported = z.object({ count: z.number(), trusts: z.array(z.looseObject({ id: z.string() })) })
const sheet = z.object({ faults: z.array(z.looseObject({ fault: z.string() })) })

test('a tenant to review has an answer sheet that outlives a snapshot and goes with a reset', async () => {
  expect((await send('DELETE', 'trusts')).body).toEqual({ deleted: expect.any(Number) })
  const made = counts.parse((await send('POST', 'review-seed', { identities: 60, applications: 60 })).body)
  expect(made.credentials).toBe(240)
  expect(sheet.parse((await send('GET', 'answer-sheet')).body).faults).toHaveLength(made.faults)
  await send('POST', 'snapshots/review')
  await send('POST', 'reset')
  expect(sheet.parse((await send('GET', 'answer-sheet')).body).faults).toEqual([])
  await send('POST', 'snapshots/review/restore')
  expect(sheet.parse((await send('GET', 'answer-sheet')).body).faults).toHaveLength(made.faults)
})

test('the export holds every trust under the id that ARM and Graph give it', async () => {
  const { count, trusts } = exported.parse((await send('GET', 'export')).body)
  expect([count, trusts.length]).toEqual([world.store.credentials.size(), world.store.credentials.size()])
  const identity = `/subscriptions/${subscriptions.development.subscriptionId}/resourcegroups/rg-pay-dev/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-pay-deploy-dev`
  expect(trusts).toContainEqual({
    id: `${identity}/federatedIdentityCredentials/pay-api-dev`,
    parent: { kind: 'managedIdentity', resourceId: identity, principalId: expect.any(String) },
    name: 'pay-api-dev',
    issuer: 'https://token.actions.githubusercontent.com',
    subject: 'repo:contoso/pay-api:environment:dev',
    expression: null,
    audiences: ['api://AzureADTokenExchange'],
  })
})

test('without its trusts the tenant keeps identities and applications, and exports none', async () => {
  const before = [world.store.identities.size(), world.store.applications.size()]
  await send('DELETE', 'trusts')
  expect(exported.parse((await send('GET', 'export')).body).trusts).toEqual([])
  expect([world.store.identities.size(), world.store.applications.size()]).toEqual(before)
})

test.for<[string, unknown, string]>([
  ['no numbers', {}, 'identities must be given (number); applications must be given (number).'],
  ['too few identities', { identities: 29, applications: 100 }, 'identities must be 30 or more.'],
  [
    'too few of both',
    { identities: 30, applications: 30 },
    'applications and identities must come to 90 or more, so that every fault has a place.',
  ],
  [
    'too few trusts',
    { identities: 60, applications: 40, credentials: 199 },
    'credentials must be 2 to 12 for each identity and application.',
  ],
  [
    'too many trusts',
    { identities: 60, applications: 40, credentials: 1201 },
    'credentials must be 2 to 12 for each identity and application.',
  ],
  ['an unknown field', { identities: 60, applications: 60, rules: [] }, 'rules is not known.'],
])('a tenant to review with %s is refused', async ([, body, message]) => {
  expect(await send('POST', 'review-seed', body)).toEqual({
    status: 400,
    body: { error: { code: 'BadRequest', message } },
  })
  expect(world.store.plantedFaults.size()).toBe(0)
})

test.for([
  { identities: 30, applications: 60 },
  { identities: 60, applications: 30 },
  { identities: 50, applications: 50, credentials: 1200 },
])('the least and the most that is allowed has room for every fault: %o', async (size) => {
  await send('DELETE', 'trusts')
  const { status, body } = await send('POST', 'review-seed', size)
  const wanted = size.credentials ?? 2 * (size.identities + size.applications)
  expect([status, counts.parse(body).credentials]).toEqual([200, wanted])
})

test('the deleted cluster publishes nothing', async () => {
  const document = `${deletedClusterIssuer}.well-known/openid-configuration`
  expect((await world.fetchIssuer(document)).status).toBe(404)
  const other = document.replace('0de1e7ed', '0de1e7ee')
  expect((await world.fetchIssuer(other)).status).toBe(200)
})
