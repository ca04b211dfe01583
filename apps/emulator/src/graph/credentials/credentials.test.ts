import { afterAll, expect, test } from 'vitest'
import { tokenExchangeAudience } from '../../seed.ts'
import { eventual, refusalOf, startGraph, valuesOf } from '../testing/graph-client.ts'

const { emulator, call } = await startGraph()
afterAll(() => emulator.close())

const issuer = 'https://token.actions.githubusercontent.com'
const draft = (name: string, more: object = {}) => ({
  name,
  issuer,
  subject: `repo:octo-org/octo-repo:environment:${name}`,
  audiences: [tokenExchangeAudience],
  ...more,
})
const made = await call('POST', '/applications', {
  body: { displayName: 'Contoso deployments', signInAudience: 'AzureADMyOrg' },
})
const id = String(made.body.id)
const appId = String(made.body.appId)
const list = `/applications/${id}/federatedIdentityCredentials`

await call('POST', list, { body: draft('first') })

test('a created credential has the documented shape and is found by id, name and key', async () => {
  const created = await call('POST', list, { body: draft('shapes', { description: 'For octo-repo' }) })
  expect(created.status).toBe(201)
  const { '@odata.context': context, ...fields } = created.body
  expect(context).toBe(
    `${emulator.httpsOrigin}/v1.0/$metadata#applications('${id}')/federatedIdentityCredentials/$entity`,
  )
  expect(fields).toEqual({ id: fields.id, ...draft('shapes', { description: 'For octo-repo' }) })
  for (const key of [`/${String(fields.id)}`, '/shapes', "(name='shapes')", `('${String(fields.id)}')`]) {
    const found = await call('GET', `/applications(appId='${appId}')/federatedIdentityCredentials${key}`)
    expect({ key, body: found.body }).toMatchObject({ key, body: fields })
  }
})

test.for<[string, unknown, number, string, string | RegExp]>([
  ['no name', draft('', {}), 400, 'InvalidFederatedIdentityCredentialValue', /Name value is required/],
  [
    'spaces in the name',
    draft('two words'),
    400,
    'InvalidFederatedIdentityCredentialValue',
    /not a valid URI last segment/,
  ],
  [
    'a short name',
    draft('ab'),
    400,
    'InvalidFederatedIdentityCredentialValue',
    /not a valid URI last segment/,
  ],
  [
    'a name beyond 120',
    draft('a'.repeat(121)),
    400,
    'InvalidFederatedIdentityCredentialValue',
    /not a valid URI last segment/,
  ],
  [
    'no issuer',
    { ...draft('refused'), issuer: undefined },
    400,
    'InvalidFederatedIdentityCredentialValue',
    /Issuer value is required/,
  ],
  [
    'an issuer that is no URL',
    draft('refused', { issuer: 'github' }),
    400,
    'InvalidFederatedIdentityCredentialValue',
    /not a valid URL/,
  ],
  [
    'an issuer beyond 600',
    draft('refused', { issuer: `https://issuer.example/${'a'.repeat(600)}` }),
    400,
    'InvalidFederatedIdentityCredentialValue',
    /Issuer value exceeds/,
  ],
  [
    'no subject',
    draft('refused', { subject: null }),
    400,
    'InvalidFederatedIdentityCredentialValue',
    /Subject value is required/,
  ],
  [
    'no audience',
    draft('refused', { audiences: [] }),
    400,
    'InvalidFederatedIdentityCredentialValue',
    /exactly one audience/,
  ],
  [
    'two audiences',
    draft('refused', { audiences: ['a', 'b'] }),
    400,
    'InvalidFederatedIdentityCredentialValue',
    /exactly one audience/,
  ],
  ['audiences as text', draft('refused', { audiences: 'a' }), 400, 'Request_BadRequest', /'audiences'/],
  [
    'an expression in v1.0',
    draft('refused', { subject: null, claimsMatchingExpression: { value: 'x', languageVersion: 1 } }),
    400,
    'Request_BadRequest',
    "Invalid property 'claimsMatchingExpression'.",
  ],
  [
    'the same name',
    { ...draft('first'), subject: 'other' },
    409,
    'Request_MultipleObjectsWithSameKeyValue',
    'FederatedIdentityCredential with name first already exists.',
  ],
  [
    'the same issuer and subject',
    { ...draft('first'), name: 'second' },
    400,
    'InvalidFederatedIdentityCredentialValue',
    `The combination of issuer and subject must be unique for the application. Issuer ${issuer} and Subject: repo:octo-org/octo-repo:environment:first already exist. paramName: FederatedIdentityCredential.Subject, paramValue: repo:octo-org/octo-repo:environment:first, objectType: Microsoft.Online.DirectoryServices.Application`,
  ],
  ['no JSON', '{', 400, 'BadRequest', /Unable to read JSON/],
  ['no body', '', 400, 'BadRequest', /Empty Payload/],
])('%s is refused', async ([, body, status, code, message]) => {
  const answer = refusalOf(await call('POST', list, { body }))
  expect(answer).toMatchObject({ status, code })
  expect(answer.message).toMatch(message)
})

test('white space and stars are stored as sent', async () => {
  const odd = { issuer: `${issuer} `, subject: ' repo:octo-org/*' }
  const created = await call('POST', list, { body: draft('odd', odd) })
  expect(created).toMatchObject({ status: 201, body: odd })
  await call('DELETE', `${list}/odd`)
})

test('PATCH answers 204, keeps what it leaves out and refuses a rename', async () => {
  await call('POST', list, { body: draft('patched') })
  const patched = await call('PATCH', `${list}/patched`, {
    body: { subject: 'repo:octo-org/octo-repo:pull_request' },
  })
  expect({ status: patched.status, text: patched.text }).toEqual({ status: 204, text: '' })
  const read = await call('GET', `${list}/patched`)
  expect(read.body).toMatchObject({ issuer, subject: 'repo:octo-org/octo-repo:pull_request' })
  const renamed = refusalOf(await call('PATCH', `${list}/patched`, { body: { name: 'other' } }))
  expect(renamed).toMatchObject({ status: 400, code: 'InvalidFederatedIdentityCredentialValue' })
  const taken = refusalOf(
    await call('PATCH', `${list}/patched`, { body: { subject: draft('first').subject } }),
  )
  expect(taken).toMatchObject({ status: 400, code: 'InvalidFederatedIdentityCredentialValue' })
})

test('an upsert creates only with the preference and only by name', async () => {
  const body = { issuer, subject: 'upserted', audiences: [tokenExchangeAudience] }
  const prefer = { prefer: 'create-if-missing' }
  const byName = `${list}(name='upserted')`
  expect(refusalOf(await call('PATCH', byName, { body }))).toMatchObject({ status: 404 })
  expect(refusalOf(await call('PATCH', `${list}/upserted`, { body, headers: prefer }))).toMatchObject({
    status: 404,
  })
  expect(await call('PATCH', byName, { body, headers: prefer })).toMatchObject({
    status: 201,
    body: { name: 'upserted' },
  })
  expect(
    await call('PATCH', byName, { body: { ...body, subject: 'changed' }, headers: prefer }),
  ).toMatchObject({ status: 204 })
  expect(await call('GET', byName)).toMatchObject({ body: { subject: 'changed' } })
})

test('a deleted credential is gone, and the exchange is told of it by the kernel', async () => {
  await call('POST', list, { body: draft('gone') })
  expect(await call('DELETE', `${list}/gone`)).toMatchObject({ status: 204 })
  const missing = refusalOf(await call('DELETE', `${list}/gone`))
  expect(missing).toEqual({
    status: 404,
    code: 'Request_ResourceNotFound',
    message:
      "Resource 'gone' does not exist or one of its queried reference-property objects are not present.",
  })
})

test('the list filters by name and subject alone', async () => {
  expect(valuesOf(await call('GET', `${list}?$filter=name eq 'first'`), 'name')).toEqual(['first'])
  expect(
    valuesOf(
      await call('GET', `${list}?$filter=subject eq '${draft('first').subject}'&$select=id,name`),
      'name',
    ),
  ).toEqual(['first'])
  expect(refusalOf(await call('GET', `${list}?$filter=issuer eq 'x'`))).toMatchObject({
    status: 400,
    code: 'Request_UnsupportedQuery',
  })
  expect(refusalOf(await call('GET', `${list}?$select=colour`))).toMatchObject({
    message:
      "Parsing OData Select and Expand failed: Could not find a property named 'colour' on type 'microsoft.graph.federatedIdentityCredential'.",
  })
})

test('the twenty-first credential is refused', async () => {
  const full = await call('POST', '/applications', {
    body: { displayName: 'Contoso full', signInAudience: 'AzureADMyOrg' },
  })
  const path = `/applications/${String(full.body.id)}/federatedIdentityCredentials`
  for (let place = 0; place < 20; place += 1) await call('POST', path, { body: draft(`place-${place}`) })
  expect(refusalOf(await call('POST', path, { body: draft('one-more') }))).toMatchObject({ status: 403 })
  expect(await call('GET', `${path}/$count`, { headers: eventual })).toMatchObject({ text: '20' })
})

const expression = "claims['sub'] matches 'repo:octo-org/*' and claims['repository_owner_id'] eq '1'"
const flexible = (name: string, value = expression) => ({
  name,
  issuer,
  audiences: [tokenExchangeAudience],
  claimsMatchingExpression: { value, languageVersion: 1 },
})

test('beta makes and shows an expression; v1.0 shows a null subject', async () => {
  expect(await call('POST', `/beta${list}`, { body: flexible('flexible') })).toMatchObject({
    status: 201,
    body: { subject: null, claimsMatchingExpression: { value: expression, languageVersion: 1 } },
  })
  const stable = await call('GET', `${list}/flexible`)
  expect(stable.body).toMatchObject({ subject: null })
  expect(stable.body).not.toHaveProperty('claimsMatchingExpression')
})

test('beta refuses a rule that the issuer does not allow, and an expression beside a subject', async () => {
  const value = "claims['sub'] eq 'a'"
  expect(refusalOf(await call('POST', `/beta${list}`, { body: flexible('lacking', value) }))).toEqual({
    status: 400,
    code: 'InvalidFederatedIdentityCredentialValue',
    message: `The FederatedIdentityCredential.ClaimsMatchingExpression.Value is invalid. Rule exception: Expression configured for issuer '${issuer}' either lacks all required claims or contains unallowed claims. paramName: FederatedIdentityCredential.ClaimsMatchingExpression.Value, paramValue: ${value}, objectType: Microsoft.Online.DirectoryServices.Application`,
  })
  const both = { ...flexible('both'), subject: 'x' }
  expect(refusalOf(await call('POST', `/beta${list}`, { body: both }))).toMatchObject({ status: 400 })
})

test('a tenant without the preview refuses an expression that another one takes', async () => {
  emulator.world.reality.expressionsOnApplications = false
  const answer = await call('POST', `/beta${list}`, { body: flexible('without-preview') })
  emulator.world.reality.expressionsOnApplications = true
  expect(refusalOf(answer)).toMatchObject({ status: 400, code: 'InvalidFederatedIdentityCredentialValue' })
})

test('a credential with a subject does not become a flexible one, nor back', async () => {
  await call('POST', list, { body: draft('classic') })
  await call('POST', `/beta${list}`, { body: flexible('expressive') })
  const { claimsMatchingExpression } = flexible('x')
  for (const [name, body] of [
    ['classic', { subject: null, claimsMatchingExpression }],
    ['expressive', { subject: 'now-a-subject', claimsMatchingExpression: null }],
  ] as const) {
    const answer = refusalOf(await call('PATCH', `/beta${list}/${name}`, { body }))
    expect(answer).toMatchObject({ status: 400, code: 'InvalidFederatedIdentityCredentialValue' })
    expect(answer.message).toContain('cannot be changed between')
  }
})

test('the broken list of 2024 is status 200 and no JSON, in v1.0 alone', async () => {
  await call('POST', `/beta${list}`, { body: flexible('broken') })
  emulator.world.reality.brokenCredentialList = true
  const [stable, beta] = [await call('GET', list), await call('GET', `/beta${list}`)]
  emulator.world.reality.brokenCredentialList = false
  expect(stable.status).toBe(200)
  expect(() => JSON.parse(stable.text) as unknown).toThrow(SyntaxError)
  expect(stable.text).toContain('{"error":{"code":"InternalServerError"')
  expect(valuesOf(beta, 'name')).toContain('broken')
})

test('an issuer that the tenant refuses is named by policy', async () => {
  emulator.world.reality.refusedIssuers = ['https://refused.example']
  const answer = refusalOf(
    await call('POST', list, { body: draft('policy', { issuer: 'https://refused.example' }) }),
  )
  emulator.world.reality.refusedIssuers = []
  expect(answer).toMatchObject({ status: 400, code: 'InvalidFederatedIdentityCredentialValue' })
  expect(answer.message).toContain('not allowed as per assigned policy')
})
