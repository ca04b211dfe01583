import { expect, test } from 'vitest'
import { aboveInfo, rightTrust } from '../../../testing/said.ts'
import { judgeProbe } from '../../judge-probe.ts'
import type { ProbeAnswer } from '../../probe-view.ts'

const issuer = 'https://oidc.contoso.com'

function probed(answer: ProbeAnswer, algorithms?: readonly string[]) {
  const document = { issuer, jwks_uri: `${issuer}/keys`, id_token_signing_alg_values_supported: algorithms }
  return judgeProbe(issuer, { status: 200, document, ...answer }, { ...rightTrust, issuer })
}

const rsa = { kty: 'RSA', alg: 'RS256', kid: 'k1' }

test.each([
  [{ jwks: { keys: [{ kty: 'EC', alg: 'ES256' }] } }, 'keys-not-rsa'],
  [{ jwks: { keys: [{ kty: 'EC', crv: 'P-384' }] } }, 'keys-not-rsa'],
  [{ jwks: { keys: [{ kty: 'OKP', alg: 'EdDSA' }] } }, 'keys-not-rsa'],
  [{ jwks: { keys: [{ kty: 'RSA', alg: 'PS256' }] } }, 'keys-not-rsa'],
  [{ jwks: { keys: [] } }, 'keys-missing'],
  [{ jwks: { keys: [{ ...rsa, use: 'enc' }] } }, 'keys-missing'],
  [{ jwks: '<html>' }, 'keys-missing'],
  [{ jwks: { keys: Array.from({ length: 101 }, () => rsa) } }, 'keys-too-many'],
  [{ jwks: { keys: [{ ...rsa, n: 'a'.repeat(171) }] } }, 'keys-weak'],
  [{ keys: { error: 'timeout' } }, 'keys-unreachable'],
  [{ keys: { status: 404 } }, 'keys-unreachable'],
  [{ jwks: { status: 403 } }, 'keys-unreachable'],
])('keys like %j are told', (answer, code) => {
  expect(aboveInfo(probed(answer))).toEqual([code])
})

test.each([
  [{ jwks: { keys: [rsa] } }],
  [{ jwks: { keys: [{ kty: 'RSA', n: 'a'.repeat(342) }] } }],
  [{ jwks: { keys: [rsa, { kty: 'EC', alg: 'ES256' }] } }],
  [{ jwks: { keys: Array.from({ length: 100 }, () => rsa) } }],
  [{}],
])('keys like %j are taken', (answer) => {
  expect(aboveInfo(probed(answer))).toEqual([])
})

test('the list of algorithms counts where keys do not say theirs', () => {
  expect(aboveInfo(probed({ jwks: { keys: [{ kty: 'RSA' }] } }, ['PS256']))).toEqual(['keys-not-rsa'])
  expect(aboveInfo(probed({}, ['ES256']))).toEqual(['keys-not-rsa'])
  expect(aboveInfo(probed({ jwks: { keys: [rsa] } }, ['ES256']))).toEqual([])
})

const now = '2026-08-03T10:00:00Z'
test.each([
  [[{ kid: 'a', private: true }], 'key-exposed'],
  [
    [
      { kid: 'a', private: false },
      { kid: 'a', private: false },
    ],
    'keys-same-id',
  ],
  [[{ private: false, certificateEndsAt: '2026-08-03T09:59:59Z' }], 'key-certificate'],
  [[{ private: false, certificateStartsAt: '2026-08-04T00:00:00Z' }], 'key-certificate'],
])('of %j it is told that one is %s', (keyFacts, code) => {
  expect(aboveInfo(probed({ jwks: { keys: [rsa] }, keyFacts, readAt: now }))).toEqual([code])
})

test('keys with IDs of their own and current certificates raise nothing', () => {
  const keyFacts = [
    {
      kid: 'a',
      private: false,
      certificateStartsAt: '2026-01-01T00:00:00Z',
      certificateEndsAt: '2027-01-01T00:00:00Z',
    },
    { kid: 'b', private: false },
    { private: false },
    { private: false },
  ]
  expect(aboveInfo(probed({ jwks: { keys: [rsa] }, keyFacts, readAt: now }))).toEqual([])
})
