import { expect, test } from 'vitest'
import { known, unknown } from '../facts/fact.ts'
import type { ProbeAnswer } from '../../diagnosis/probe-view.ts'
import { type Change, findingOf, gapsOf, saidOf } from '../testing/one-tenant.ts'

const own = 'https://idp.fabrikam.com'
const aks =
  'https://westeurope.oic.prod-aks.azure.com/3f1c2d4e-5a6b-4c7d-8e9f-0a1b2c3d4e5f/7c0de1a2-4b5f-4d6e-8a91-b2c3d4e5f607/'
const account = 'system:serviceaccount:shop:api'
const ofOwn = (change: Change = {}): Change => ({
  trust: { issuer: own, subject: 'service-1' },
  settings: {},
  ...change,
})
const probed = (answer: ProbeAnswer, issuer = own) => ({ issuers: [{ issuer, probe: known(answer) }] })

test.each<[string, Change, readonly string[]]>([
  ['nobody vouches for it', ofOwn(), ['issuer-unknown medium']],
  ['a cluster of nobody', ofOwn({ trust: { issuer: own, subject: account } }), ['issuer-unknown medium']],
  ['it is known', ofOwn({ settings: { knownIssuers: ['https://*.fabrikam.com'] } }), []],
  ['it is allowed', ofOwn({ settings: { allowedIssuers: [own] } }), []],
  [
    'it is not allowed',
    ofOwn({ settings: { allowedIssuers: ['https://gitlab.com'] } }),
    ['issuer-not-allowed high'],
  ],
  [
    'a longer name than the allowed one',
    ofOwn({ settings: { allowedIssuers: ['https://idp.fabrikam.co'] } }),
    ['issuer-not-allowed high'],
  ],
  ['no issuer at all is allowed', { settings: { allowedIssuers: [] } }, ['issuer-not-allowed high']],
  ['a platform', { settings: {} }, []],
])('whose issuer it is: %s', (_case, change, said) => {
  expect(saidOf(change)).toEqual(said)
})

test('without a decision about issuers nothing is called allowed', () => {
  expect(gapsOf({ settings: {} })).toEqual(['issuer-not-allowed not-set-up'])
})

test.each<[string, string, readonly string[]]>([
  ['plain http', 'http://idp.fabrikam.com', ['issuer-not-public medium']],
  ['http in capitals', 'HTTP://idp.fabrikam.com', ['issuer-not-public medium']],
  ['a private name', 'https://idp.fabrikam.internal', ['issuer-not-public medium']],
  ['a private address', 'https://10.0.0.7', ['issuer-not-public medium']],
  ['a public name', 'https://idp.fabrikam.com', []],
])('an issuer that Entra cannot read: %s', (_case, issuer, said) => {
  expect(saidOf({ trust: { issuer, subject: 'service-1' } })).toEqual(said)
})

test('http is repaired by one press where the name is public, and not where it is private', () => {
  const fixOf = (issuer: string) =>
    findingOf('issuer-not-public', { trust: { issuer, subject: 's' } }).fix.action
  expect(fixOf('http://idp.fabrikam.com')).toEqual({
    kind: 'set',
    field: 'issuer',
    value: 'https://idp.fabrikam.com',
  })
  expect(fixOf('http://10.0.0.7')).toBeUndefined()
})

test.each<[string, ProbeAnswer, readonly string[]]>([
  ['no such name', { error: 'dns' }, ['dangling-issuer high']],
  ['no such name, as Node says', { error: 'ENOTFOUND' }, ['dangling-issuer high']],
  ['no document', { status: 404 }, ['dangling-issuer medium']],
  ['a document', { status: 200, document: {} }, []],
  ['a document after a failed attempt', { status: 404, document: {} }, []],
])('an issuer that is gone: %s', (_case, answer, said) => {
  expect(saidOf({ ...ofOwn({ settings: { allowedIssuers: ['*'] } }), inventory: probed(answer) })).toEqual(
    said,
  )
})

test.each<[string, ProbeAnswer]>([
  ['a timeout', { error: 'timeout' }],
  ['a failure of the server', { status: 503 }],
  ['a bad certificate', { error: 'tls' }],
  ['nothing', {}],
  ['an empty answer', { status: 200 }],
])('an issuer whose probe found %s is not judged', (_case, answer) => {
  const change = { ...ofOwn({ settings: { allowedIssuers: ['*'] } }), inventory: probed(answer) }
  expect([saidOf(change), gapsOf(change)]).toEqual([[], ['key-exposed failed', 'dangling-issuer failed']])
})

test('a private key that the issuer publishes is told before all else, and keys that were not read prove nothing', () => {
  const keyFacts = [
    { kid: 'right', private: false },
    { kid: 'wrong', private: true },
  ]
  const of = (answer: ProbeAnswer) => ({
    ...ofOwn({ settings: { allowedIssuers: ['*'] } }),
    inventory: probed({ status: 200, document: {}, ...answer }),
  })
  expect(saidOf(of({ keyFacts }))).toEqual(['key-exposed critical'])
  expect(findingOf('key-exposed', of({ keyFacts }))).toMatchObject({
    evidence: `Keys of ${own}: wrong`,
    fix: { action: { kind: 'delete' } },
  })
  expect([saidOf(of({ keyFacts: keyFacts.slice(0, 1) })), gapsOf(of({ keyFacts: [] }))]).toEqual([[], []])
  expect([saidOf(of({})), gapsOf(of({}))]).toEqual([[], ['key-exposed failed']])
})

test('a deleted cluster is gone, and the issuer that all share needs no probe', () => {
  const cluster = { trust: { issuer: aks, subject: account } }
  expect(saidOf({ ...cluster, inventory: probed({ status: 404 }, aks) })).toEqual(['dangling-issuer medium'])
  expect(gapsOf({ ...cluster, inventory: { issuers: [] } })).toEqual([
    'key-exposed not-read',
    'dangling-issuer not-read',
  ])
  expect(gapsOf({ inventory: { issuers: [] } })).toEqual([])
})

test.each<[string, Change, readonly string[]]>([
  [
    'the binding of an identity',
    {
      trust: {
        issuer: 'https://ib.oic.prod-aks.azure.com/3f1c2d4e',
        subject: account,
        audiences: ['api://AKSIdentityBinding'],
      },
    },
    ['aks-managed info'],
  ],
  ['an identity that AKS made', { parent: { isAksManaged: known(true) } }, ['aks-managed info']],
  [
    'an add-on in the group of nodes',
    {
      parent: {
        isAksManaged: unknown('not-read'),
        displayName: 'azurepolicy-shop',
        resourceId: '/subscriptions/s/resourcegroups/MC_rg_shop/x',
      },
    },
    ['aks-managed info'],
  ],
  ['a cluster of one’s own', { trust: { issuer: aks, subject: account } }, []],
])('what AKS keeps: %s', (_case, change, said) => {
  expect(saidOf(change)).toEqual(said)
})

test.each([
  [
    'an identity of a person in the group of nodes',
    { displayName: 'id-shop', resourceId: '/subscriptions/s/resourcegroups/MC_rg_shop/x' },
  ],
  ['an identity with the name of an add-on elsewhere', { displayName: 'azurepolicy-shop' }],
])('%s is not taken for one that AKS made', (_case, parent) => {
  expect(gapsOf({ parent: { ...parent, isAksManaged: unknown('not-read') } })).toEqual([
    'aks-managed not-read',
  ])
})

test('whether AKS made an identity is not judged where nobody knows, and never asked of an application', () => {
  expect(gapsOf({ parent: { isAksManaged: unknown('not-read') } })).toEqual(['aks-managed not-read'])
  expect(
    gapsOf({
      parent: { isAksManaged: unknown('not-read'), kind: 'application' },
      settings: { allowedIssuers: ['*'], policies: [] },
    }),
  ).toEqual([])
})
