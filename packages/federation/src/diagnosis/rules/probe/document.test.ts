import { expect, test } from 'vitest'
import { aboveInfo, rightTrust } from '../../../testing/said.ts'
import { judgeProbe } from '../../judge-probe.ts'

const jwks = { keys: [{ kty: 'RSA', alg: 'RS256', kid: 'k1' }] }

function probed(issuer: string, document: unknown, stored = issuer) {
  return judgeProbe(issuer, { status: 200, document, jwks }, { ...rightTrust, issuer: stored })
}

test.each([
  ['https://oidc.contoso.com/', 'https://oidc.contoso.com', 'issuer-slash'],
  ['https://oidc.contoso.com', 'https://oidc.contoso.com/', 'issuer-slash'],
  ['https://oidc.contoso.com//', 'https://oidc.contoso.com', 'issuer-empty-segment'],
  ['https://oidc.contoso.com/A', 'https://oidc.contoso.com/a', 'issuer-case'],
  ['https://oidc.contoso.com/a', 'https://oidc.contoso.com/b', 'issuer-discovery-differs'],
  ['https://oidc.contoso.com', 'http://oidc.contoso.com', 'issuer-discovery-differs'],
])('%s whose document names %s is %s', (issuer, named, code) => {
  const diagnosis = probed(issuer, { issuer: named, jwks_uri: 'https://oidc.contoso.com/keys' })
  expect(aboveInfo(diagnosis)).toEqual([code])
  expect(diagnosis.causes[0]?.action).toEqual({ kind: 'set', field: 'issuer', value: named })
})

test('the document of every tenant names no issuer that could be stored', () => {
  const at = 'https://login.microsoftonline.com'
  const document = { issuer: `${at}/{tenantid}/v2.0`, jwks_uri: `${at}/common/discovery/v2.0/keys` }
  const diagnosis = probed(`${at}/common/v2.0`, document)
  expect(aboveInfo(diagnosis)).toEqual(['issuer-common'])
  expect(diagnosis.causes[0]?.action).toBeUndefined()
})

test.each([undefined, 'http://oidc.contoso.com/keys', 'https://10.0.0.1/keys', 'keys'])(
  'keys at %j cannot be fetched',
  (address) => {
    const issuer = 'https://oidc.contoso.com'
    expect(aboveInfo(probed(issuer, { issuer, jwks_uri: address }))).toEqual(['keys-address'])
  },
)

test.each([['<html>'], [{}], [{ issuer: '' }], [{ issuer: ['a'] }]])(
  '%j is no discovery document',
  (document) => {
    expect(aboveInfo(probed('https://oidc.contoso.com', document))).toContain('discovery-unreadable')
  },
)

test('a document that equals issuer and trust is right', () => {
  const issuer = 'https://oidc.contoso.com/a'
  expect(probed(issuer, { issuer, jwks_uri: `${issuer}/keys` }).causes).toEqual([])
})

test('a probe of another issuer than the stored one is told', () => {
  const [issuer, stored] = ['https://oidc.contoso.com', 'https://oidc.fabrikam.com']
  expect(aboveInfo(probed(issuer, { issuer, jwks_uri: `${issuer}/keys` }, stored))).toEqual([
    'issuer-differs',
  ])
})
