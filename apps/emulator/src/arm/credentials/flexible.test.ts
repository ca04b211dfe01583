import { afterAll, expect, test } from 'vitest'
import { errorOf, startArm } from '../testing/testing-client.ts'
import { freshName, makeIdentity } from '../testing/testing-places.ts'

const arm = await startArm({ reality: { expressionsOnManagedIdentities: true } })
afterAll(() => arm.emulator.close())

const identity = await makeIdentity(arm)
const preview = 'api-version=2025-01-31-preview'
const issuer = 'https://token.actions.githubusercontent.com'
const audiences = ['api://AzureADTokenExchange']
const expression = {
  languageVersion: 1,
  value:
    "claims['sub'] matches 'repo:octo-org/octo:ref:refs/heads/*' and claims['repository_id'] eq '456789'",
}

async function put(properties: object, query = preview) {
  const path = `${identity}/federatedIdentityCredentials/${freshName('flexible')}`
  return { path, answer: await arm.call('PUT', `${path}?${query}`, { body: { properties } }) }
}

test('a preview stores an expression and shows no subject; a stable version shows neither', async () => {
  const { path, answer } = await put({ issuer, audiences, claimsMatchingExpression: expression })
  expect(answer.status).toBe(201)
  expect(answer.body).toMatchObject({
    properties: { issuer, audiences, claimsMatchingExpression: expression },
  })
  expect(answer.body).not.toHaveProperty('properties.subject')
  const stable = await arm.call('GET', `${path}?api-version=2026-05-31`)
  expect(stable.body).toMatchObject({ properties: { issuer, audiences } })
  expect(stable.body).not.toHaveProperty('properties.claimsMatchingExpression')
  const newer = await arm.call('GET', `${path}?api-version=2025-05-31-PREVIEW`)
  expect(newer.body).toHaveProperty('properties.claimsMatchingExpression')
})

test.each([
  ['a subject beside it', { subject: 'x' }, preview, 'BadRequest', /either 'subject' or/],
  ['a stable version', {}, 'api-version=2026-05-31', 'BadRequest', /must specify 'issuer', 'subject'/],
  [
    'another language version',
    { claimsMatchingExpression: { ...expression, languageVersion: 2 } },
    preview,
    'InvalidFederatedIdentityCredentialValue',
    /LanguageVersion/,
  ],
  [
    'no required claim',
    { claimsMatchingExpression: { ...expression, value: "claims['sub'] matches 'repo:octo-org/*'" } },
    preview,
    'InvalidFederatedIdentityCredentialValue',
    /either lacks all required claims or contains unallowed claims/,
  ],
  [
    'an issuer that cannot have one',
    { issuer: 'https://issuer.contoso.example' },
    preview,
    'InvalidFederatedIdentityCredentialValue',
    /claims matching expressions/,
  ],
])('an expression with %s is refused', async (_, change, query, code, words) => {
  const { answer } = await put({ issuer, audiences, claimsMatchingExpression: expression, ...change }, query)
  expect(errorOf(answer)).toMatchObject({ status: 400, code, message: expect.stringMatching(words) })
})

test('the same expression under another name is a duplicate', async () => {
  const claimsMatchingExpression = { ...expression, value: expression.value.replace('octo:', 'twice:') }
  expect((await put({ issuer, audiences, claimsMatchingExpression })).answer.status).toBe(201)
  const again = await put({ issuer, audiences, claimsMatchingExpression })
  expect(errorOf(again.answer)).toMatchObject({
    status: 400,
    message: 'Issuer and subject combination already exists for this Managed Identity.',
  })
})

test('while expressions are not rolled out to managed identities, the directory refuses each', async () => {
  arm.emulator.world.reality.expressionsOnManagedIdentities = false
  const { answer } = await put({ issuer, audiences, claimsMatchingExpression: expression })
  arm.emulator.world.reality.expressionsOnManagedIdentities = true
  expect(errorOf(answer)).toMatchObject({ status: 400, code: 'InvalidFederatedIdentityCredentialValue' })
})
