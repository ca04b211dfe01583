import { expect, test } from 'vitest'
import type { Caller } from '../ports.ts'
import { json, startFaultServer } from '../testing/fault-server.ts'
import { forThisFile } from '../testing/for-this-file.ts'
import { givenTokens } from '../testing/given-tokens.ts'
import { createArm } from './arm.ts'

const caller: Caller = { sessionId: 's', objectId: 'o', tenantId: 't', username: 'dana@contoso.com' }
const path = {
  subscriptionId: '3d5a7c10-0001-4e2b-9c4d-a1b2c3d4e501',
  resourceGroup: 'rg-größe',
  identityName: 'id',
}
const issuer = 'https://token.actions.githubusercontent.com'
const classic = { id: '/x/classic', name: 'classic', properties: { issuer, subject: 's', audiences: ['a'] } }
const bare = { id: '/x/flexible', name: 'flexible', properties: { issuer, audiences: ['a'] } }
const claimsMatchingExpression = { value: "claims['sub'] eq 'x'", languageVersion: 1 }
const whole = { ...bare, properties: { ...bare.properties, claimsMatchingExpression } }
const values = { issuer, subject: null, audiences: ['a'], expression: claimsMatchingExpression.value }
const refusal = (code: string, message: string) => json(400, { error: { code, message } })
const unknownVersion = refusal(
  'NoRegisteredProviderFound',
  "No registered resource provider found for location 'x' and API version '2025-01-31-preview'.",
)

const upstream = forThisFile(startFaultServer)

const arm = () =>
  createArm({
    endpoint: upstream.origin,
    tokens: givenTokens(),
    clock: { now: () => Date.now() },
    unsupportedRegions: [],
  })
const versions = () =>
  upstream.seen.map(({ url }) => new URL(url, upstream.origin).searchParams.get('api-version'))

test('a list where each has a subject is asked for once, by the stable version', async () => {
  upstream.answerWith(json(200, { value: [classic] }))
  await arm().listCredentials(caller, path)
  expect(versions()).toEqual(['2024-11-30'])
})

test('what has no subject is read again with its expression, over all pages', async () => {
  const nextLink = `${upstream.origin}/page-2?api-version=2025-01-31-preview`
  upstream.answerWith(
    json(200, { value: [classic, bare] }),
    json(200, { value: [classic], nextLink }),
    json(200, { value: [whole] }),
  )
  const found = await arm().listCredentials(caller, path)
  expect(found.map(({ name, expression }) => [name, expression])).toEqual([
    ['classic', undefined],
    ['flexible', claimsMatchingExpression.value],
  ])
  expect(versions()).toEqual(['2024-11-30', '2025-01-31-preview', '2025-01-31-preview'])
  upstream.answerWith(json(200, bare), json(200, whole))
  expect((await arm().readCredential(caller, path, 'flexible')).expression).toBe(values.expression)
  expect(upstream.seen[1]?.url).toContain('/rg-gr%C3%B6%C3%9Fe/')
})

test('a cloud without the preview shows what the stable version knows', async () => {
  upstream.answerWith(json(200, { value: [bare] }), unknownVersion)
  expect(await arm().listCredentials(caller, path)).toMatchObject([{ name: 'flexible', subject: null }])
  upstream.answerWith(json(200, bare), unknownVersion)
  expect(await arm().readCredential(caller, path, 'flexible')).toMatchObject({ subject: null })
})

test('a list that cannot be read again is a failed read, never one without its expressions', async () => {
  upstream.answerWith(json(200, { value: [bare] }), json(200, { values: [] }))
  await expect(arm().listCredentials(caller, path)).rejects.toMatchObject({ code: 'UPSTREAM_FAILED' })
})

test.each([
  ['NoRegisteredProviderFound', "no provider for API version '2025-01-31-preview'", 'API_VERSION_UNKNOWN'],
  [
    'BadRequest',
    "Federated Identity Credential must specify 'issuer', 'subject' and 'audience'.",
    'EXPRESSION_NOT_SUPPORTED',
  ],
  ['InvalidFederatedIdentityCredentialValue', 'Rule exception: no', 'EXPRESSION_REFUSED'],
  ['BadRequest', 'Something new', 'UPSTREAM_REFUSED'],
])('a pattern refused with %s “%s” becomes %s', async (code, message, becomes) => {
  upstream.answerWith(refusal(code, message))
  const write = arm().putCredential(caller, path, { name: 'flexible', values, before: null })
  await expect(write).rejects.toMatchObject({ code: becomes })
  expect(JSON.parse(upstream.seen[0]?.body ?? '')).toEqual({
    properties: { issuer, audiences: ['a'], claimsMatchingExpression },
  })
})

test.each([
  ['a pattern', values, whole],
  ['a subject', { issuer, subject: 's', audiences: ['a'] }, classic],
])('%s that Azure confirms with empty braces is read back', async (_, wanted, stored) => {
  upstream.answerWith(json(200, {}), json(200, stored), json(200, stored))
  const { value } = await arm().putCredential(caller, path, {
    name: stored.name,
    values: wanted,
    before: null,
  })
  expect(value).toMatchObject(wanted.subject === null ? { expression: values.expression } : wanted)
})
