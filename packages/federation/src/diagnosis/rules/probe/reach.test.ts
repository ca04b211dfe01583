import { expect, test } from 'vitest'
import { aboveInfo, aksIssuer, rightTrust } from '../../../testing/said.ts'
import { judgeProbe } from '../../judge-probe.ts'
import type { ProbeAnswer } from '../../probe-view.ts'

const issuer = 'https://oidc.contoso.com'

function probed(answer: ProbeAnswer, of = issuer) {
  return judgeProbe(of, answer, { ...rightTrust, issuer: of })
}

test.each([
  [{ error: 'timeout' }, 'discovery-unreachable'],
  [{ error: 'ENOTFOUND' }, 'discovery-unreachable'],
  [{ error: 'ECONNREFUSED' }, 'discovery-unreachable'],
  [{ error: 'CERT_HAS_EXPIRED' }, 'issuer-certificate'],
  [{ error: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE' }, 'issuer-certificate'],
  [{ error: 'private-address' }, 'issuer-private'],
  [{ error: 'too-large' }, 'discovery-unreadable'],
  [{ error: 'headers-too-large' }, 'discovery-unreadable'],
  [{ error: 'content-encoding' }, 'discovery-unreadable'],
  [{ error: 'tls: CERT_HAS_EXPIRED' }, 'issuer-certificate'],
  [{ error: 'protocol' }, 'discovery-unreachable'],
  [{ error: 'ip-literal' }, 'issuer-not-an-issuer'],
  [{ error: 'port' }, 'discovery-unreachable'],
  [{ error: 'query' }, 'issuer-not-an-issuer'],
  [{ error: 'user-info' }, 'issuer-not-an-issuer'],
  [{ error: 'characters' }, 'issuer-not-an-issuer'],
  [{ status: 302 }, 'discovery-refused'],
  [{ redirectedTo: 'https://login.contoso.com' }, 'discovery-refused'],
  [{ status: 401 }, 'discovery-refused'],
  [{ status: 403 }, 'discovery-refused'],
  [{ status: 404 }, 'discovery-missing'],
  [{ status: 429 }, 'discovery-intermittent'],
  [{ status: 503 }, 'discovery-intermittent'],
  [{ status: 200 }, 'discovery-unreadable'],
  [{ error: 'timeout', attempts: [{ status: 200 }, { error: 'timeout' }] }, 'discovery-intermittent'],
])('a fetch with %j is told', (answer, code) => {
  expect(aboveInfo(probed(answer))).toEqual([code])
})

test('a fetch that fails every time is not called transient', () => {
  const attempts = [{ error: 'timeout' }, { error: 'timeout' }]
  expect(aboveInfo(probed({ error: 'timeout', attempts }))).toEqual(['discovery-unreachable'])
})

test.each([
  ['https://ghes.contoso.com/_services/token', '/_services/token/.well-known/jwks'],
  ['https://gitlab.contoso.com', '/oauth/discovery/keys'],
  [aksIssuer, 'az aks update'],
])('for %s the platform’s own way out is named', (of, words) => {
  expect(probed({ error: 'timeout' }, of).causes[0]?.fix).toContain(words)
  expect(probed({ error: 'timeout' }).causes[0]?.fix).not.toContain(words)
})

test('a private name is told as such, and the inner one of a cluster as the issuer’s fault', () => {
  expect(aboveInfo(probed({ error: 'timeout' }, 'https://ghes.contoso.local'))).toEqual(['issuer-private'])
  expect(aboveInfo(probed({ error: 'dns' }, 'https://kubernetes.default.svc'))).toEqual(['issuer-in-cluster'])
})

test('an issuer whose own spelling is wrong is told beside the failed fetch', () => {
  expect(aboveInfo(probed({ status: 404 }, 'https://github.com/octo-org'))).toContain('issuer-not-an-issuer')
})

test('a slow answer is told, a quick one not', () => {
  const right = { document: { issuer, jwks_uri: `${issuer}/keys` }, jwks: { keys: [{ kty: 'RSA' }] } }
  expect(aboveInfo(probed({ status: 200, milliseconds: 9_000, ...right }))).toEqual(['issuer-slow'])
  expect(aboveInfo(probed({ status: 200, milliseconds: 300, ...right }))).toEqual([])
})

test('what was not asked is not called unreachable for certain', () => {
  const [first] = probed({ error: 'port' }).causes
  expect(first).toMatchObject({ severity: 'warn', certainty: 'possible' })
})

test.each(['timeout', 'dns', 'connection'])('a private name that fails with %s is out of reach', (error) => {
  expect(aboveInfo(probed({ error }, 'https://oidc.example'))).toEqual(['issuer-private'])
})

test.each([
  ['tls: CERT_HAS_EXPIRED', 'issuer-certificate'],
  ['content', 'discovery-unreadable'],
  ['too-large', 'discovery-unreadable'],
])('a reserved name that answers with %s is judged by its answer', (error, code) => {
  expect(aboveInfo(probed({ error }, 'https://oidc.example'))[0]).toBe(code)
})

test('keys at a reserved name that were fetched are not called out of reach', () => {
  const of = 'https://oidc.example'
  const answer = { status: 200, document: { issuer: of, jwks_uri: `${of}/keys` }, jwks: { keys: [] } }
  expect(aboveInfo(probed({ ...answer, keys: { status: 200 } }, of))).toEqual(['keys-missing'])
  expect(aboveInfo(probed({ ...answer, keys: { error: 'timeout' } }, of))[0]).toBe('keys-address')
})
