import type { DiagnosisAnswer, LookupAnswer } from '@trustwright/shared-schemas'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { SignedInBrowser } from '../../testing/build-test-app.ts'
import { ended, startPass } from '../../testing/inventory-steps.ts'
import { call, development, startPortalWorld, type PortalWorld } from '../../testing/portal-world.ts'

const parent = {
  kind: 'managedIdentity',
  subscriptionId: development,
  resourceGroup: 'rg-pay-dev',
  identityName: 'id-diagnosed',
} as const
const issuer = 'https://token.actions.githubusercontent.com'
const audience = 'api://AzureADTokenExchange'
const subject = 'repo:contoso/diagnosed:environment:production'

let world: PortalWorld
let dana: SignedInBrowser
beforeAll(async () => {
  world = await startPortalWorld()
  dana = await world.portal.signedIn('developer')
  const identities = `/api/subscriptions/${development}/resource-groups/rg-pay-dev/identities`
  await call(dana, 'POST', identities, { identityName: parent.identityName, location: 'westeurope' })
  const trusts = `/api/identities/mi/${development}/rg-pay-dev/${parent.identityName}/trusts`
  await call(dana, 'POST', trusts, { name: 'diagnosed', issuer, subject, audiences: [audience] })
}, 60_000)
afterAll(() => world.close())

const diagnose = (wanted: object) => call<DiagnosisAnswer>(dana, 'POST', '/api/diagnoses', wanted)
const lookUp = (wanted: object) => call<LookupAnswer>(dana, 'POST', '/api/trusts/lookup', wanted)
const presented = (change: object = {}) => ({ iss: issuer, sub: subject, aud: audience, ...change })

async function readInventory(): Promise<void> {
  await startPass(dana)
  expect((await ended(dana)).state).toBe('finished')
}

const jwt = ['eyJhbGciOiJSUzI1NiJ9', 'eyJzdWIiOiJyZXBvOmNvbnRvc28vcGF5In0', 'c2lnbmF0dXJlLWJ5dGVz'].join('.')

test.each([
  ['a token alone', { errorText: jwt }],
  ['a token in a text', { errorText: `login failed, token was ${jwt} at 10:02` }],
  ['a token that lines break', { errorText: `token:\n${jwt.slice(0, 30)}\n  ${jwt.slice(30)}` }],
  ['half of a token', { errorText: `got ${jwt.slice(0, 40)}` }],
  ['a token in JSON', { errorText: JSON.stringify({ client_assertion: jwt }) }],
  ['an assertion of SAML', { errorText: '<saml2:Assertion ID="x">' }],
  ['a token for a subject', { claims: presented({ sub: jwt }) }],
  ['a token among audiences', { claims: presented({ aud: [audience, jwt] }) }],
])('%s is refused with the reason, and stands in no answer', async (_, wanted) => {
  const answer = await call(dana, 'POST', '/api/diagnoses', wanted)
  expect([answer.status, answer.body.code]).toEqual([400, 'TOKEN_NOT_WANTED'])
  expect(JSON.stringify(answer.body)).not.toContain('eyJ')
})

test.each([
  ['beginnings of tokens', 'ey-'],
  ['longer ones', 'ey_aaaaaaaaaaaa-'],
  ['dots', 'ey.'],
  ['letters', 'e'],
])('a text of nothing but %s is read in no time', async (_, part) => {
  const startedAt = performance.now()
  const { status } = await diagnose({ errorText: part.repeat(19_000 / part.length) })
  expect(status).toBeLessThan(500)
  expect(performance.now() - startedAt).toBeLessThan(500)
})

test.each([
  ['nothing', {}],
  ['a megabyte', { errorText: 'x'.repeat(60_000) }],
  ['an unknown field', { errorText: 'AADSTS70021', token: 'x' }],
  ['claims without a subject', { claims: { iss: issuer, aud: audience } }],
])('%s is refused as input', async (_, wanted) => {
  const answer = await call(dana, 'POST', '/api/diagnoses', wanted)
  expect([answer.status, answer.body.code]).toEqual([400, 'INPUT_REFUSED'])
})

test('nobody is told anything without a session', async () => {
  const answer = await world.portal.inject({
    method: 'POST',
    url: '/api/diagnoses',
    payload: { errorText: 'x' },
  })
  expect(answer.statusCode).toBe(401)
})

test('a log that names no token is read, long host names and stack traces included', async () => {
  const errorText = `at Microsoft.Identity.Client.OAuth2Client.ExecuteRequestAsync (AADSTS700213: No matching federated identity record found for presented assertion subject '${subject}'.)`
  expect((await diagnose({ errorText })).status).toBe(200)
})

test('claims beside the trusts of one identity name the letter that differs', async () => {
  const { body } = await diagnose({
    parent,
    claims: presented({ sub: subject.replace('contoso', 'Contoso') }),
  })
  expect(body.causes[0]).toMatchObject({ family: 'subject_case', code: 'subject-case' })
  expect(body.comparedWith).toMatchObject({ trusts: 1, missing: null })
})

test('claims that fit a trust have nothing against them', async () => {
  const { body } = await diagnose({ parent, claims: presented() })
  expect(body.causes.filter(({ severity }) => severity !== 'info')).toEqual([])
})

test('a text and claims are told once, and a subject is not blamed for a refusal of policy', async () => {
  const errorText = 'AADSTS700238: Tenant has restricted which issuers may be used.'
  const { body } = await diagnose({ parent, errorText, claims: presented() })
  expect(body.causes[0]?.family).toBe('tenant_policy')
  expect(new Set(body.causes.map(({ code, text }) => code + text)).size).toBe(body.causes.length)
})

test('before an inventory the tenant is unknown, and after it the near trust is found', async () => {
  const wanted = { issuer: `${issuer}/`, subject: subject.toUpperCase(), audience }
  const before = await lookUp(wanted)
  expect(before.body).toMatchObject({ found: [], comparedWith: { readAt: null } })
  expect(before.body.comparedWith.missing).toContain('not read yet')
  await readInventory()
  const { body } = await lookUp(wanted)
  expect(body.found[0]).toMatchObject({ match: 'near', name: 'diagnosed', differs: ['issuer', 'subject'] })
  expect((await lookUp({ issuer, subject, audience })).body.found[0]).toMatchObject({ match: 'exact' })
})

test('another person’s inventory is not looked through', async () => {
  const robin = await world.portal.signedIn('reader')
  const { body } = await call<LookupAnswer>(robin, 'POST', '/api/trusts/lookup', { issuer, subject })
  expect(body.found).toEqual([])
})

test('after an inventory a second identity that trusts the same workload is told beforehand', async () => {
  const draft = { name: 'again', issuer, subject, audiences: [audience] }
  const other = { ...parent, identityName: 'id-diagnosed-two' }
  const identities = `/api/subscriptions/${development}/resource-groups/rg-pay-dev/identities`
  await call(dana, 'POST', identities, { identityName: other.identityName, location: 'westeurope' })
  const { body } = await call<DiagnosisAnswer>(dana, 'POST', '/api/preflight', {
    operation: 'create',
    parent: other,
    draft,
  })
  expect(body.causes).toContainEqual(expect.objectContaining({ code: 'claims-elsewhere', severity: 'info' }))
})
