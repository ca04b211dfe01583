import { afterAll, expect, test } from 'vitest'
import { applicationKey } from '../../kernel/entities/federated-credential.ts'
import { storeCredential } from '../../kernel/credential-writes.ts'
import { automationClient, githubIssuer, tokenExchangeAudience } from '../../seed.ts'
import { entraRequests } from '../../testing/entra-requests.ts'
import { given } from '../../testing/given.ts'
import { startTestEmulator } from '../../testing/start-test-emulator.ts'
import { assertionType } from '../token/client-authentication.ts'

const emulator = await startTestEmulator()
afterAll(() => emulator.close())
const { world } = emulator
const { token } = entraRequests(emulator)
const application = given(world.store.applications.get(automationClient.clientId), 'the automation client')
const identity = given(world.store.identities.list()[3], 'an identity without credentials')
const pinned = "claims['sub'] matches 'repo:contoso/*' and claims['repository_id'] eq '7'"

function trustByExpression(value: string, of: 'application' | 'identity', issuer = githubIssuer) {
  const { subscriptionId, resourceGroup, name } = identity
  const resourceId =
    `/subscriptions/${subscriptionId}/resourcegroups/${resourceGroup}/providers/microsoft.managedidentity/userassignedidentities/${name}`.toLowerCase()
  const key = of === 'application' ? applicationKey(application.objectId) : resourceId
  storeCredential(world, `${key}/federatedidentitycredentials/flexible`, {
    id: `flexible-${of}`,
    parent:
      of === 'application'
        ? { kind: 'application', objectId: application.objectId }
        : { kind: 'managedIdentity', resourceId },
    name: 'flexible',
    issuer,
    subject: null,
    audiences: [tokenExchangeAudience],
    description: null,
    claimsMatchingExpression: { value, languageVersion: 1 },
    createdAt: 0,
  })
}

async function exchange(claims: Record<string, unknown>, clientId: string = application.appId) {
  const now = Math.floor(world.clock.now() / 1000)
  const assertion = await world.keys.sign('issuer-github', {
    iss: githubIssuer,
    sub: 'repo:contoso/pay:ref:refs/heads/main',
    aud: tokenExchangeAudience,
    exp: now + 600,
    repository_id: '7',
    ...claims,
  })
  const { body } = await token({
    grant_type: 'client_credentials',
    client_id: clientId,
    client_secret: undefined,
    scope: 'https://management.azure.com/.default',
    client_assertion_type: assertionType,
    client_assertion: assertion,
  })
  return body
}

test('a token whose claims meet every term of the expression becomes the application', async () => {
  trustByExpression(pinned, 'application')
  expect((await exchange({})).access_token).toBeDefined()
})

test.for<[string, Record<string, unknown>]>([
  ['another subject', { sub: 'repo:fabrikam/pay:ref:refs/heads/main' }],
  ['a subject in other case', { sub: 'repo:Contoso/pay:ref:refs/heads/main' }],
  ['another id', { repository_id: '70' }],
  ['no id', { repository_id: undefined }],
])('a token with %s meets no expression and is told so', async ([, claims]) => {
  trustByExpression(pinned, 'application')
  const body = await exchange(claims)
  expect(body.error_codes).toEqual([7002131])
  expect(body.error_description).toContain('or no federated identity credential expression matched.')
})

test.for<[string, string, string, number]>([
  ['of an issuer that may not use them', pinned, 'https://issuer.example', 7002241],
  ['that cannot be read', "claims['sub'] like 'a'", githubIssuer, 700233],
])('an expression %s refuses at the exchange', async ([, value, issuer, code]) => {
  trustByExpression(value, 'application', issuer)
  expect((await exchange({ iss: issuer })).error_codes).toEqual([code])
})

test('a managed identity is told that its flow knows no expressions, until they are rolled out', async () => {
  trustByExpression(pinned, 'identity')
  expect((await exchange({}, identity.clientId)).error_codes).toEqual([700235])
  world.reality.expressionsOnManagedIdentities = true
  expect((await exchange({}, identity.clientId)).access_token).toBeDefined()
  world.reality.expressionsOnManagedIdentities = false
})

test('an application is told the same where the tenant lacks the preview', async () => {
  trustByExpression(pinned, 'application')
  world.reality.expressionsOnApplications = false
  expect((await exchange({})).error_codes).toEqual([700235])
  world.reality.expressionsOnApplications = true
  expect((await exchange({})).access_token).toBeDefined()
})
