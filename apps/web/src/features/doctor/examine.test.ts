import { performance } from 'node:perf_hooks'
import type { Identity, Trust } from '@trustwright/shared-schemas'
import { understandPaste } from '@trustwright/federation'
import { expect, test } from 'vitest'
import { checkedFacts, type Checked } from './checked.ts'
import { excerptOf } from './case-text.ts'
import { claimsOf } from './claims-of.ts'
import { examine } from './examine.ts'
import { scopeOfPasted } from './scope-of-pasted.ts'
import { noTenant, tenantTrust, type Scope } from './scope.ts'
import { scopeOf } from './scope-of.ts'
import { finish } from '../../lib/slices.ts'
import { furtherNearest, trustOfResult } from './trust-of-result.ts'
import { supportBundle } from './support-bundle.ts'

const now = '2026-11-22T10:00:00.000Z'
const issuer = 'https://token.actions.githubusercontent.com'
const audience = 'api://AzureADTokenExchange'
const subscriptionId = '3d5a7c10-0001-4e2b-9c4d-a1b2c3d4e501'

const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
const tokenOf = (claims: object, header: object = { alg: 'RS256', kid: '1' }) =>
  `${part(header)}.${part(claims)}.signature-left-out`
const claims = { iss: issuer, aud: audience, exp: Date.parse(now) / 1000 + 300 }

function storedTrust(identityName: string, subject: string, createdAt: string | null = null): Trust {
  return {
    parent: { kind: 'managedIdentity', subscriptionId, resourceGroup: 'rg-pay', identityName },
    resourceId: `/${identityName}/${subject}`,
    name: `gh-${identityName}`,
    issuer,
    subject,
    audiences: [audience],
    oddities: [],
    fingerprint: 'f',
    createdAt,
    firstSeenAt: null,
    seen: null,
  }
}

const identities = ['id-pay', 'id-shop'].map((identityName, at): Identity => ({
  subscriptionId,
  resourceGroup: 'rg-pay',
  identityName,
  resourceId: `/${identityName}`,
  location: 'westeurope',
  tenantId: '8f1f3b0e-6a52-4d1c-9a3e-2b7c5d4e6f10',
  clientId: `cccccccc-1111-2222-3333-44444444444${at}`,
  principalId: `dddddddd-1111-2222-3333-44444444444${at}`,
  supportsTrusts: true,
}))

const pay = storedTrust('id-pay', 'repo:contoso/pay-api:environment:prod')
const shop = storedTrust('id-shop', 'repo:contoso/shop:environment:prod')
const tenant = { trusts: [pay, shop].map((one) => tenantTrust(one, one.name.slice(3))), identities }

const scopeFor = (text: string): Scope =>
  finish(scopeOf(tenant, { asked: null, text, claims: claimsOf(text) }))
const examined = (text: string, scope = scopeFor(text)) => examine(text, scope, { cloud: 'public', now })
const refusal = (subject: string) =>
  `AADSTS700213: No matching federated identity record found for presented assertion subject '${subject}'.`

const signedOut = { look: { state: 'signed-out' }, tenantId: null, now: Date.parse(now) } as const
const wordsOf = (what: string, facts: readonly Checked[]) => facts.find((one) => one.what === what)?.words

test('a token in other letters is beside the trust that it means, and the fix writes its letters', () => {
  const found = examined(tokenOf({ ...claims, sub: 'repo:Contoso/pay-api:environment:prod' }))
  expect(found.causes[0]).toMatchObject({ code: 'subject-case', action: { kind: 'set', field: 'subject' } })
  expect(found.nearest[0]?.trust.stored).toBe(pay)
  expect(found.matching).toEqual([])
})

test('a token that fits is matched, and nothing is blamed', () => {
  const found = examined(tokenOf({ ...claims, sub: pay.subject }))
  expect(found.matching.map(({ stored }) => stored)).toEqual([pay])
  expect(found.causes.filter(({ severity }) => severity !== 'info')).toEqual([])
})

test('without a session nothing is said about trusts that nobody looked up', () => {
  for (const text of [
    tokenOf({ ...claims, sub: pay.subject }),
    refusal('repo:contoso/pay-api:pull_request'),
  ]) {
    const found = examined(text, noTenant)
    expect(found.causes.map(({ code }) => code)).not.toContain('identity-without-trust')
    expect(found.nearest).toEqual([])
    const facts = checkedFacts(found, noTenant, signedOut)
    expect(facts.at(-1)?.words).toContain('nobody is signed in')
    expect(facts.filter(({ state }) => state === 'differs')).toEqual([])
    expect(wordsOf('Trusts', facts)).toBe('not looked up')
  }
})

test('a refusal of a subject that another identity trusts names that identity, and does not call it certain', () => {
  const found = examined(refusal('repo:contoso/pay-api:environment:prod'))
  expect(found.causes[0]).toMatchObject({ code: 'trust-on-other-identity', certainty: 'likely' })
  expect(found.causes[0]?.fix).toContain('cccccccc-1111-2222-3333-444444444440')
})

test('a refusal of a trust that is minutes old says to wait', () => {
  const young = storedTrust('id-pay', 'repo:contoso/pay-api:environment:prod', '2026-11-22T09:58:00.000Z')
  const ofYoung = { trusts: [tenantTrust(young, 'id-pay')], identities }
  const scope = finish(scopeOf(ofYoung, { asked: young.parent, text: '', claims: [] }))
  const found = examined(refusal('repo:contoso/pay-api:environment:prod'), scope)
  expect(found.causes[0]).toMatchObject({ code: 'trust-new', action: { kind: 'wait', seconds: 480 } })
})

test('without a session a token is compared with the trusts of a paste, and none of them is linked', () => {
  const listed = [pay, shop].map(({ name, issuer: iss, subject, audiences }) => ({
    name,
    issuer: iss,
    subject,
    audiences,
  }))
  const reading = understandPaste(JSON.stringify(listed), { cloud: 'public' })
  const scope = scopeOfPasted(reading.kind === 'credential' ? reading.drafts : [])
  expect(scope).toMatchObject({ isPasted: true, parent: null })
  const found = examined(tokenOf({ ...claims, sub: 'repo:Contoso/pay-api:environment:prod' }), scope)
  expect(found.causes[0]?.code).toBe('subject-case')
  expect(found.nearest).toHaveLength(2)
  expect(wordsOf('Trusts', checkedFacts(found, scope, signedOut))).toBe('2 trusts of your paste compared')
})

test('a client ID in the text chooses the identity whose trusts count', () => {
  const text = `client-id: cccccccc-1111-2222-3333-444444444441\n${refusal('repo:contoso/pay-api:environment:prod')}`
  const scope = scopeFor(text)
  expect(scope.parent?.name).toBe('id-shop')
  expect(examined(text).causes[0]).toMatchObject({ code: 'trust-on-other-identity', certainty: 'certain' })
})

test('error and token in one paste are read as one case', () => {
  const text = `${refusal('repo:Contoso/pay-api:environment:prod')}\n${tokenOf({ ...claims, sub: 'repo:Contoso/pay-api:environment:prod' })}`
  const found = examined(text)
  expect(found.error?.code).toBe('AADSTS700213')
  expect(found.presented?.source).toBe('token')
  expect(found.causes[0]?.code).toBe('subject-case')
  expect(new Set(found.causes.map(({ code }) => code)).size).toBe(found.causes.length)
})

test('a missing role is not taken for a trust that does not match, though a token stands beside', () => {
  const text = `No subscriptions found for ***.\n${tokenOf({ ...claims, sub: 'repo:contoso/other:environment:prod' })}`
  expect(examined(text).causes[0]?.family).toBe('authorization')
})

const jwe = `${part({ alg: 'RSA-OAEP', enc: 'A256GCM' })}.${'a'.repeat(40)}.${'b'.repeat(20)}.${'c'.repeat(40)}.${'d'.repeat(20)}`
test.each([
  ['an encrypted token', jwe, /encrypted/],
  ['an opaque token', 'ghs_16C7e42F292c6912E7710c838347Ae178B4a', /JSON Web Token/],
  ['SAML', '<saml:Assertion xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion"/>', /SAML/],
  ['half of a token', part({ alg: 'RS256' }), /missing|JSON Web Token|token/],
  ['a page of a proxy', '<html><head><title>502</title></head><body>Bad Gateway</body></html>', /no failure/],
  ['a sentence', 'it does not work', /no failure/],
  ['noise', '\u0000\u202e\ud800 %%% }}{{ "', /no failure/],
])('%s gets an answer of its own', (_, text, words) => {
  const found = examined(text)
  expect(found.isNothing).toBe(true)
  expect(found.causes[0]?.text).toMatch(words)
  expect(found.causes[0]?.fix).not.toBe('')
})

test.each([
  [
    'in an HTML page',
    `<html><body><pre>${refusal('repo:Contoso/pay-api:environment:prod').replaceAll("'", '&#39;')}</pre></body></html>`,
  ],
  [
    'in JSON inside JSON',
    JSON.stringify({
      error: JSON.stringify({ error_description: refusal('repo:Contoso/pay-api:environment:prod') }),
    }),
  ],
  [
    'with the line breaks of a screenshot',
    refusal('repo:Contoso/pay-api:environment:prod').replaceAll(/(.{40})/g, '$1\n'),
  ],
])('an error %s is read as it was meant', (_, text) => {
  const found = examined(text)
  expect(found.error?.code).toBe('AADSTS700213')
  expect(found.causes[0]?.code).toBe('subject-case')
})

test('a log of megabytes beside 50,000 trusts is answered in a moment', () => {
  const many = Array.from({ length: 50_000 }, (_, at) =>
    tenantTrust(
      storedTrust(`id-${at % 5000}`, `repo:contoso/service-${at}:environment:prod`),
      `id-${at % 5000}`,
    ),
  )
  const log = `${'installing packages from the registry\n'.repeat(60_000)}${refusal('repo:contoso/Service-777:environment:prod')}`
  const first: number[] = []
  const times = [1, 2, 3].map(() => {
    const start = performance.now()
    const text = excerptOf(log)
    const ofText = performance.now()
    expect(examined(text, noTenant).causes).not.toEqual([])
    first.push(performance.now() - ofText)
    const scope = finish(scopeOf({ trusts: many, identities }, { asked: null, text, claims: claimsOf(text) }))
    expect(examined(text, scope).nearest[0]?.trust.subject).toBe('repo:contoso/service-777:environment:prod')
    return performance.now() - start
  })
  // The best of three: the machine may be busy with something else.
  expect(Math.min(...first)).toBeLessThan(100)
  expect(Math.min(...times)).toBeLessThan(1000)
})

test('a support bundle names the case and holds neither the token nor a claim that looks like one', () => {
  const inner = tokenOf({ ...claims, sub: 'repo:contoso/secret:environment:prod' })
  for (const sub of [
    'repo:Contoso/pay-api:environment:prod',
    `repo:contoso/${inner}`,
    `repo:contoso/\n${inner}`,
  ]) {
    const text = `${refusal(sub)}\n${tokenOf({ ...claims, sub })}`
    const found = examined(text)
    const checked = checkedFacts(found, scopeFor(text), signedOut)
    const bundle = supportBundle({ found, checked, at: now, tenantId: null })
    expect(bundle).toContain('AADSTS700213')
    for (const piece of [
      ...inner.split('.').slice(0, 2),
      ...tokenOf({ ...claims, sub })
        .split('.')
        .slice(0, 2),
    ]) {
      expect(bundle).not.toContain(piece.slice(0, 60))
    }
  }
})

test('the trust of the result is not repeated among the nearest, and one that the result does not show is not left out', () => {
  const differs = examined(refusal('repo:contoso/Pay-api:environment:prod'))
  expect(trustOfResult(differs)?.stored.name).toBe('gh-id-pay')
  expect(differs.nearest.map(({ trust }) => trust.stored.name)).toContain('gh-id-pay')
  expect(furtherNearest(differs).map(({ trust }) => trust.stored.name)).not.toContain('gh-id-pay')
  const withoutLetters = { ...differs, causes: differs.causes.map((cause) => ({ ...cause, alignments: [] })) }
  expect(trustOfResult(withoutLetters)).toBeNull()
  expect(furtherNearest(withoutLetters)).toHaveLength(differs.nearest.length)
})
