import { expect, test } from 'vitest'
import type { ProbeAnswer } from '../../diagnosis/probe-view.ts'
import { known, unknown } from '../facts/fact.ts'
import { type Change, findingOf, gapsOf, saidOf } from '../testing/one-tenant.ts'

const right = 'repo:octo-org@1/shop@2:environment:production'
const issuer = 'https://token.actions.githubusercontent.com'
const ghes = 'https://ghes.fabrikam.com/_services/token'
const main = 'repo:octo-org/shop:ref:refs/heads/main'
const fresh = known({ state: 'never', watchedSince: '2026-11-21T00:00:00Z' } as const)

test.each<[string, Change, readonly string[]]>([
  ['a slash too many', { trust: { issuer: `${issuer}/` } }, ['cannot-match medium']],
  ['white space behind the subject', { trust: { subject: `${right}\n` } }, ['cannot-match medium']],
  ['a wildcard', { trust: { subject: 'repo:octo-org@1/shop@2:ref:refs/heads/*' } }, ['cannot-match medium']],
  [
    'a word that GitHub does not write',
    { trust: { subject: 'repo:octo-org@1/shop@2:pull-request' } },
    ['cannot-match medium'],
  ],
  [
    'a service account at GitHub',
    { trust: { subject: 'system:serviceaccount:shop:api' } },
    ['cannot-match medium'],
  ],
  ['no audience', { trust: { audiences: [] } }, ['cannot-match medium']],
  ['two audiences', { trust: { audiences: ['api://AzureADTokenExchange', 'b'] } }, ['unusual-audience low']],
  ['no subject at all', { trust: { subject: null } }, ['cannot-match medium']],
  ['a name that is refused today', { trust: { name: 'a.b' } }, []],
  [
    'a mark that may belong to it',
    { trust: { subject: `${right}?` }, repository: { environments: ['production?'] } },
    [],
  ],
])('a trust that no token fits: %s', (_case, change, said) => {
  expect(saidOf(change)).toEqual(said)
})

test('the fault is repaired by one press, and by deleting where the right one is already there', () => {
  const wrong = { trust: { issuer: `${issuer}/` } }
  expect(findingOf('cannot-match', wrong).fix.action).toEqual({ kind: 'set', field: 'issuer', value: issuer })
  const names = {
    trust: { subject: 'repo:octo-org/shop:environment:production' },
    repository: { subClaimPrefix: 'repo:octo-org@1/shop@2' },
  }
  const { fix } = findingOf('cannot-match', { ...names, siblings: [{ subject: right }] })
  expect([fix.action, fix.text]).toEqual([
    { kind: 'delete' },
    'Delete it: sibling-0 on the same identity already has the right values.',
  ])
})

test('the evidence has every fault at once', () => {
  const { evidence } = findingOf('cannot-match', { trust: { issuer: `${issuer}/`, subject: `${right} ` } })
  expect(evidence).toContain(`Stored: ${issuer}/`)
  expect(evidence).toContain(JSON.stringify(`${right} `))
})

test.each<[string, Change, readonly string[]]>([
  [
    'it has the slash that tokens lack',
    { trust: { issuer: `${issuer}/`, lastUse: fresh }, siblings: [{}] },
    ['dead-twin low'],
  ],
  ['the other has the slash', { siblings: [{ issuer: `${issuer}/` }] }, []],
  [
    'nothing tells which',
    {
      trust: { issuer: ghes, subject: main, lastUse: fresh },
      siblings: [{ issuer: ghes, subject: main.replace('main', 'Main'), lastUse: fresh }],
    },
    ['dead-twin low'],
  ],
  [
    'the other is used',
    {
      trust: { issuer: ghes, subject: main, lastUse: fresh },
      siblings: [{ issuer: ghes, subject: main.replace('main', 'Main') }],
    },
    ['dead-twin low'],
  ],
  [
    'it is used',
    {
      trust: { issuer: ghes, subject: main },
      siblings: [{ issuer: ghes, subject: main.replace('main', 'Main'), lastUse: fresh }],
    },
    [],
  ],
  [
    'both are dead',
    { trust: { subject: `${right} `, lastUse: fresh }, siblings: [{ subject: ` ${right}`, lastUse: fresh }] },
    ['cannot-match medium'],
  ],
  [
    'it is on another identity',
    { trust: { issuer: `${issuer}/` }, siblings: [{ parentKey: 'parent-2' }] },
    ['cannot-match medium'],
  ],
  ['a row that was read twice', { siblings: [{ key: 'trust-1' }] }, []],
  ['the same claims under another key', { trust: { lastUse: fresh }, siblings: [{ lastUse: fresh }] }, []],
])('a twin that never matches: %s', (_case, change, said) => {
  expect(saidOf(change)).toEqual(said)
})

test('a dead twin is deleted; where nothing tells which one is dead no button is offered', () => {
  expect(
    findingOf('dead-twin', { trust: { issuer: `${issuer}/`, lastUse: fresh }, siblings: [{}] }).fix.action,
  ).toEqual({
    kind: 'delete',
  })
  const unsure = { issuer: ghes, subject: main, lastUse: unknown('not-allowed') }
  expect(
    findingOf('dead-twin', {
      trust: unsure,
      siblings: [{ ...unsure, subject: main.replace('main', 'Main') }],
    }).fix.action,
  ).toBeUndefined()
})

test('twins are not judged where Azure broke off the list of a parent’s trusts', () => {
  expect(gapsOf({ parent: { allTrustsRead: false } })).toEqual(['dead-twin failed', 'near-limit failed'])
})

test.each<[string, Change, readonly string[]]>([
  [
    'of another cloud',
    { trust: { audiences: ['api://AzureADTokenExchangeChina'] } },
    ['unusual-audience medium'],
  ],
  [
    'almost the usual one',
    { trust: { audiences: ['api://AzureADTokenExchang'] } },
    ['unusual-audience medium'],
  ],
  ['of one’s own', { trust: { audiences: ['api://octo-org'] } }, ['unusual-audience low']],
  [
    'of one’s own, on purpose',
    {
      trust: { audiences: ['api://octo-org'] },
      settings: { allowedIssuers: ['*'], knownAudiences: ['api://octo-org'] },
    },
    [],
  ],
  [
    'that of this cloud',
    { trust: { audiences: ['api://AzureADTokenExchangeChina'] }, inventory: { cloud: 'china' } },
    [],
  ],
])('an audience %s', (_case, change, said) => {
  expect(saidOf(change)).toEqual(said)
})

test.each([
  [4, []],
  [5, ['shared-subject low']],
] as const)('a subject on %i identities', (count, said) => {
  const siblings = Array.from({ length: count - 1 }, (_, at) => ({ parentKey: `parent-${at + 2}` }))
  expect(saidOf({ siblings })).toEqual(said)
})

test('trusts of one identity, or of another issuer, do not count as spread', () => {
  const others = Array.from({ length: 9 }, (_, at) => ({
    parentKey: `p-${at}`,
    issuer: 'https://gitlab.com',
  }))
  expect(saidOf({ siblings: [...others, {}, {}, {}, {}] })).toEqual([])
})

const own = 'https://idp.fabrikam.com'
const rsa = { kty: 'RSA', alg: 'RS256', kid: 'k1', n: 'x'.repeat(342) }
const document = { issuer: own, jwks_uri: `${own}/keys` }
const published = (answer: ProbeAnswer): Change => ({
  trust: { issuer: own, subject: 'service-1' },
  inventory: { issuers: [{ issuer: own, probe: known({ status: 200, document, ...answer }) }] },
})
const keys = (...list: object[]) => published({ keys: { status: 200 }, jwks: { keys: list } })

test.each<[string, Change, readonly string[]]>([
  ['keys that Entra takes', keys(rsa), []],
  ['keys beside which are others', keys(rsa, { kty: 'EC' }), []],
  ['no key for RS256', keys({ kty: 'EC', alg: 'ES256' }), ['cannot-match medium']],
  ['no key at all', keys(), ['cannot-match medium']],
  ['an address of keys that is gone', published({ keys: { status: 404 } }), ['cannot-match medium']],
  ['keys that could not be fetched now', published({ keys: { status: 503 } }), []],
  ['keys that took too long', published({ keys: { error: 'timeout' } }), []],
  [
    'keys over http',
    published({ document: { ...document, jwks_uri: 'http://idp.fabrikam.com/keys' } }),
    ['cannot-match medium'],
  ],
  [
    'the issuer of another',
    published({ document: { ...document, issuer: `${own}/a` } }),
    ['cannot-match medium'],
  ],
  [
    'the issuer with a slash',
    published({ document: { ...document, issuer: `${own}/` } }),
    ['cannot-match medium'],
  ],
  ['a page in the place of the document', published({ document: 'sign in' }), []],
  ['a document without an issuer', published({ document: {} }), []],
  [
    'the private part of a key, which lets anybody in rather than nobody',
    published({ keys: { status: 200 }, jwks: { keys: [rsa] }, keyFacts: [{ private: true }] }),
    ['key-exposed critical'],
  ],
])('what an issuer published: %s', (_case, change, said) => {
  expect(saidOf(change)).toEqual(said)
})
