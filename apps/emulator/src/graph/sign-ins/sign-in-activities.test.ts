import { afterAll, expect, test } from 'vitest'
import { firstParty } from '../../seed-first-party.ts'
import { automationClient, portalClient } from '../../seed.ts'
import { testClock } from '../../testing/test-clock.ts'
import { refusalOf, startGraph, valuesOf } from '../testing/graph-client.ts'

const clock = testClock()
const { emulator, call } = await startGraph({ clock })
afterAll(() => emulator.close())

const path = '/beta/reports/servicePrincipalSignInActivities'
const rowOf = async (appId: string) => {
  const { body } = await call('GET', `${path}?$filter=appId eq '${appId}'`)
  return Array.isArray(body.value) ? (body.value as unknown[]) : [] // an array of rows, whatever they hold
}

async function signInAutomation(secret: string = automationClient.clientSecret) {
  const { tenantId } = emulator.world.settings
  const response = await emulator.fetch(`${emulator.httpsOrigin}/${tenantId}/oauth2/v2.0/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: automationClient.clientId,
      client_secret: secret,
      scope: 'https://graph.microsoft.com/.default',
    }),
  })
  return response.status
}

test('who never signed in has no row, and a sign-in that failed makes none', async () => {
  expect(await signInAutomation('a-guess-that-is-long-enough')).toBe(401)
  expect(await rowOf(automationClient.clientId)).toEqual([])
})

test('a sign-in is the last one of its client and of the resource, each in its own column', async () => {
  expect(await signInAutomation()).toBe(200)
  const at = new Date(clock.now()).toISOString()
  expect(await rowOf(automationClient.clientId)).toEqual([
    {
      id: Buffer.from(automationClient.clientId).toString('base64'),
      appId: automationClient.clientId,
      applicationAuthenticationClientSignInActivity: {
        lastSignInDateTime: at,
        lastSignInRequestId: expect.any(String),
      },
      applicationAuthenticationResourceSignInActivity: null,
      delegatedClientSignInActivity: null,
      delegatedResourceSignInActivity: null,
      lastSignInActivity: { lastSignInDateTime: at, lastSignInRequestId: expect.any(String) },
    },
  ])
  expect(await rowOf(firstParty.graph.appId)).toMatchObject([
    { applicationAuthenticationResourceSignInActivity: { lastSignInDateTime: at } },
  ])
})

test('a person’s sign-in is the client’s delegated one, and a later one replaces it', async () => {
  await emulator.signIn('developer')
  clock.advance(86_400_000)
  await emulator.signIn('reader')
  expect(await rowOf(portalClient.clientId)).toMatchObject([
    {
      delegatedClientSignInActivity: { lastSignInDateTime: new Date(clock.now()).toISOString() },
      applicationAuthenticationClientSignInActivity: null,
    },
  ])
})

test('one row is found by its id, and another id is not', async () => {
  const id = Buffer.from(portalClient.clientId).toString('base64')
  expect((await call('GET', `${path}/${encodeURIComponent(id)}`)).body).toMatchObject({
    appId: portalClient.clientId,
  })
  expect(refusalOf(await call('GET', `${path}/bm90aGluZw`))).toMatchObject({ status: 404 })
})

test('pages of the report follow each other', async () => {
  const first = await call('GET', `${path}?$top=1`)
  const next = new URL(String(first.body['@odata.nextLink']))
  const second = await call('GET', `${next.pathname}${next.search}`)
  expect(valuesOf(first, 'appId')).toHaveLength(1)
  expect(valuesOf(second, 'appId')).not.toEqual(valuesOf(first, 'appId'))
})

test.for<[string, Parameters<typeof call>[2], string]>([
  ['a person without a role that reads reports', { as: 'developer' }, 'Authorization_RequestDenied'],
  ['a token without the permission', { permissions: ['User.Read'] }, 'Authorization_RequestDenied'],
  [
    'an application without the permission',
    { as: 'automation', permissions: ['Application.Read.All'] },
    'Authorization_RequestDenied',
  ],
])('%s reads no last use', async ([, options, code]) => {
  expect(refusalOf(await call('GET', path, options))).toMatchObject({ status: 403, code })
})

test('a tenant without a licence shows nobody its last uses, and v1.0 has no such report', async () => {
  emulator.world.reality.signInLogLicence = false
  expect(refusalOf(await call('GET', path))).toMatchObject({
    status: 403,
    code: 'Authentication_RequestFromNonPremiumTenantOrB2CTenant',
  })
  emulator.world.reality.signInLogLicence = true
  expect((await call('GET', '/reports/servicePrincipalSignInActivities')).status).not.toBe(200)
})
