import type { Trust } from '@trustwright/shared-schemas'
import { expect, test } from 'vitest'
import { sampleTrust } from '../../components/testing/sample-trust.ts'
import { checkedFacts } from './checked.ts'
import { examine } from './examine.ts'
import { noTenant, tenantTrust, type Scope } from './scope.ts'

const now = '2026-11-22T10:00:00.000Z'
const tenantId = '8f1f3b0e-6a52-4d1c-9a3e-2b7c5d4e6f10'
const clientId = 'cccccccc-1111-2222-3333-444444444441'
const subject = 'repo:contoso/pay-api:environment:prod'
const stored = sampleTrust({ subject, createdAt: '2026-11-02T10:00:00.000Z' })

function scopeWith(trust: Trust, more: Partial<Scope> = {}): Scope {
  return { ...noTenant, trusts: [tenantTrust(trust, 'id-pay')], ...more }
}

const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
function tokenOf(claims: object): string {
  const all = { iss: stored.issuer, sub: subject, aud: stored.audiences[0], ...claims }
  return `${part({ alg: 'RS256', kid: 'one' })}.${part(all)}.signature-left-out`
}

function factsOf(text: string, scope: Scope, given: Partial<Parameters<typeof checkedFacts>[2]> = {}) {
  const found = examine(text, scope, { cloud: 'public', tenantId, now })
  const facts = checkedFacts(found, scope, {
    look: { state: 'unasked' },
    tenantId,
    now: Date.parse(now),
    ...given,
  })
  return (what: string) => {
    const fact = facts.find((one) => one.what === what)
    return fact === undefined ? null : `${fact.state}: ${fact.words}`
  }
}

const refusal = `AADSTS700213: No matching federated identity record found for presented assertion subject '${subject}'.`
const parent = { parent: stored.parent, name: 'id-pay', clientId }
const unknownClient = (id: string) =>
  `AADSTS700016: Application with identifier '${id}' was not found in the directory 'Contoso'.`

test('of an error alone only what it quotes counts as compared', () => {
  const fact = factsOf(refusal, scopeWith(stored))
  expect(fact('Subject')).toBe('fine: same, letter by letter')
  expect(fact('Issuer')).toBe('unknown: not in the text')
  expect(fact('Audience')).toBe('unknown: not in the text')
  expect(fact('Tenant')).toBe('unknown: the text names none')
  expect(fact('Client')).toBe('unknown: the text names none')
  expect(fact('Issuer’s keys')).toBe('unknown: not looked at')
  expect(fact('Lifetime')).toBeNull()
})

test('claims that no trust stands beside are not called the same', () => {
  const fact = factsOf(tokenOf({}), { ...noTenant, trusts: [] })
  for (const what of ['Issuer', 'Subject', 'Audience']) expect(fact(what)).toMatch(/^unknown: no trust/)
})

test('a pattern is met or not, never the same letter by letter', () => {
  const pattern = { subject: null, expression: "claims['sub'] matches 'repo:contoso/pay-*:environment:prod'" }
  const trust = sampleTrust(pattern)
  expect(factsOf(tokenOf({}), scopeWith(trust))('Subject')).toBe('fine: meets the pattern')
  expect(
    factsOf(tokenOf({ sub: 'repo:contoso/shop:environment:prod' }), scopeWith(trust))('Subject'),
  ).toMatch(/^differs: /)
})

test.each([
  ['twenty days old', '2026-11-02T10:00:00.000Z', 'fine: made 20 days ago'],
  ['minutes old', '2026-11-22T09:58:00.000Z', 'warn: made 2 minutes ago: Azure may still be spreading it'],
  ['of no known age', null, 'unknown: Azure does not tell'],
])('a trust %s says so', (_, createdAt, words) => {
  expect(factsOf(refusal, scopeWith({ ...stored, createdAt }))('Trust’s age')).toBe(words)
})

test.each([
  ['by choice', { ...parent, isNamed: false }, refusal, 'unknown: assumed to be id-pay; the text names none'],
  ['named in the text', { ...parent, isNamed: true }, refusal, 'fine: id-pay, named in the text'],
  [
    'quoted by the error',
    { ...parent, isNamed: false },
    unknownClient(clientId),
    'fine: id-pay, named in the text',
  ],
])('the client %s is told as that', (_, of, text, words) => {
  expect(factsOf(text, scopeWith(stored, { parent: of }))('Client')).toBe(words)
})

test('a client ID that nobody knows is not called wrong', () => {
  expect(factsOf(unknownClient(clientId), scopeWith(stored))('Client')).toBe(
    `unknown: ${clientId} among no identity that you may read`,
  )
})

test.each([
  ['another', `AADSTS90002: Tenant '${clientId}' not found.`, /^differs: the text names another/],
  ['this', `AADSTS90002: Tenant '${tenantId.toUpperCase()}' not found.`, /^fine: /],
  ['a name', unknownClient(clientId), /^unknown: the text names Contoso, which was not compared/],
])('a text that names %s tenant says so', (_, text, words) => {
  expect(factsOf(text, scopeWith(stored))('Tenant')).toMatch(words)
})

test('how many trusts were compared, how old they are and what could not be read is told', () => {
  const readAt = Date.parse('2026-11-22T09:00:00.000Z')
  expect(factsOf(refusal, scopeWith(stored, { readAt, total: 5000 }))('Trusts')).toBe(
    'fine: the 1 most alike of 5,000 trusts compared, read 1 hour ago',
  )
  expect(factsOf(refusal, scopeWith(stored, { unreadable: 2 }))('Trusts')).toBe(
    'warn: 1 trust of the tenant compared; 2 places could not be read',
  )
  expect(factsOf(refusal, scopeWith(stored, { parent }))('Trusts')).toBe('fine: 1 trust of id-pay compared')
})
