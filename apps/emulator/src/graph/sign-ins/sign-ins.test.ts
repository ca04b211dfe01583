import { afterAll, expect, test } from 'vitest'
import type { SignIn } from '../../kernel/entities/sign-ins.ts'
import { accounts, automationClient } from '../../seed.ts'
import { refusalOf, startGraph, valuesOf } from '../testing/graph-client.ts'

const { emulator, call } = await startGraph()
afterAll(() => emulator.close())

const start = Date.UTC(2026, 0, 1)
const row = (id: string, more: Partial<SignIn>): SignIn => ({
  id,
  at: start,
  eventType: 'interactiveUser',
  appId: automationClient.clientId,
  appDisplayName: automationClient.displayName,
  userObjectId: null,
  servicePrincipalId: null,
  resourceAppId: '797f4846-ba00-4fd7-ba43-dac1f8f63013',
  resourceDisplayName: 'Windows Azure Service Management API',
  clientCredentialType: 'none',
  federatedCredentialId: null,
  federatedTokenIssuer: null,
  errorCode: 0,
  failureReason: null,
  ipAddress: '127.0.0.1',
  correlationId: id,
  ...more,
})
const federated = row('federated', {
  eventType: 'servicePrincipal',
  at: start + 60_000,
  servicePrincipalId: automationClient.servicePrincipalId,
  clientCredentialType: 'federatedIdentityCredential',
  federatedCredentialId: '5e9d2c81-7a34-4f60-8b1d-c0ffee5e9d2c',
})
const refused = {
  ...federated,
  id: 'refused',
  at: start + 120_000,
  errorCode: 700_213,
  federatedCredentialId: null,
}
for (const signIn of [row('person', { userObjectId: accounts.admin.objectId }), federated, refused]) {
  emulator.world.store.signIns.put(signIn.id, signIn)
}
const ofPrincipals = "signInEventTypes/any(t: t eq 'servicePrincipal')"

test.for<[string, string, string[]]>([
  ['nothing said: people alone', '', ['person']],
  ['service principals, newest first', ofPrincipals, ['refused', 'federated']],
  [
    'of one principal that failed',
    `${ofPrincipals} and servicePrincipalId eq '${automationClient.servicePrincipalId}' and status/errorCode ne 0`,
    ['refused'],
  ],
  ['since a time', `${ofPrincipals} and createdDateTime ge 2026-01-01T00:02:00Z`, ['refused']],
  ['by application', `${ofPrincipals} and appId eq '${automationClient.clientId}'`, ['refused', 'federated']],
])('beta sign-ins with %s', async ([, filter, expected]) => {
  const query = filter === '' ? '' : `?$filter=${encodeURIComponent(filter)}`
  expect(valuesOf(await call('GET', `/beta/auditLogs/signIns${query}`), 'id')).toEqual(expected)
})

test('only beta names the credential that was used', async () => {
  const beta = await call('GET', '/beta/auditLogs/signIns/federated')
  expect(beta.body).toMatchObject({
    clientCredentialType: 'federatedIdentityCredential',
    federatedCredentialId: federated.federatedCredentialId,
    signInEventTypes: ['servicePrincipal'],
    servicePrincipalName: automationClient.displayName,
    status: { errorCode: 0 },
  })
  const stable = await call('GET', '/auditLogs/signIns/person')
  expect(stable.body).toMatchObject({ userPrincipalName: accounts.admin.username })
  expect(stable.body).not.toHaveProperty('clientCredentialType')
  const filter = encodeURIComponent(ofPrincipals)
  expect(refusalOf(await call('GET', `/auditLogs/signIns?$filter=${filter}`))).toMatchObject({ status: 400 })
})

test('a new credential leaves an audit row that says who made it', async () => {
  const { body } = await call('POST', '/applications', { body: { displayName: 'contoso-audited' } })
  const fic = { name: 'audited', issuer: 'https://contoso.example', subject: 'a', audiences: ['b'] }
  await call('POST', `/applications/${String(body.id)}/federatedIdentityCredentials`, { body: fic })
  const filter = `targetResources/any(t:t/id eq '${String(body.id)}')`
  const rows = await call('GET', `/auditLogs/directoryAudits?$filter=${filter}`)
  expect(rows.body.value).toMatchObject([
    {
      activityDisplayName: expect.stringContaining('Certificates and secrets management'),
      initiatedBy: { user: { userPrincipalName: accounts.admin.username } },
      targetResources: [
        { modifiedProperties: [{ displayName: 'FederatedIdentityCredentials', oldValue: '[]' }] },
      ],
    },
    { activityDisplayName: 'Add application' },
  ])
})

test('a tenant without a licence shows nobody its sign-ins, and its audits as before', async () => {
  emulator.world.reality.signInLogLicence = false
  for (const path of ['/auditLogs/signIns', '/auditLogs/signIns/federated']) {
    expect(refusalOf(await call('GET', path, { as: 'admin' }))).toMatchObject({
      status: 403,
      code: 'Authentication_RequestFromNonPremiumTenantOrB2CTenant',
    })
  }
  expect(await call('GET', '/auditLogs/directoryAudits', { as: 'admin' })).toMatchObject({ status: 200 })
  emulator.world.reality.signInLogLicence = true
})

test('audit rows are found by time and target, and by nobody who may not read reports', async () => {
  const made = await call('POST', '/applications', { body: { displayName: 'contoso-dated' } })
  const id = String(made.body.id)
  const path = (from: string, to: string) =>
    `/auditLogs/directoryAudits?$filter=${encodeURIComponent(`activityDateTime ge ${from} and activityDateTime le ${to} and targetResources/any(t:t/id eq '${id}')`)}`
  const [past, soon, later] = [-60_000, 60_000, 120_000].map((ms) => new Date(Date.now() + ms).toISOString())
  expect(valuesOf(await call('GET', path(String(past), String(soon))), 'activityDisplayName')).toEqual([
    'Add application',
  ])
  expect(valuesOf(await call('GET', path(String(soon), String(later))), 'id')).toEqual([])
  const refused = await call('GET', path(String(past), String(soon)), { as: 'developer' })
  expect(refusalOf(refused)).toMatchObject({ status: 403 })
})
