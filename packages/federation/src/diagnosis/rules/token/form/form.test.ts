import { expect, test } from 'vitest'
import { presentedInLog, presentedToken } from '../../../claims/presented.ts'
import type { TokenContext } from '../../../claims/token-context.ts'
import { algorithmCauses } from './algorithm.ts'
import { entraTokenCauses } from './entra-token.ts'
import { tenantPolicyCauses } from './tenant-policy.ts'
import { lengthOf, timeCauses } from './time.ts'

const now = '2026-08-03T10:00:00Z'
const at = Date.parse(now) / 1000
const entra = 'https://login.microsoftonline.com/3f1c2d4e-5a6b-4c7d-8e9f-0a1b2c3d4e5f/v2.0'

test.each([
  [{ exp: at }, true, ['token-expired block']],
  [{ nbf: at - 600, exp: at - 300 }, true, ['token-expired block']],
  [{ nbf: at - 600, exp: at - 300 }, false, ['token-expired info']],
  [{ exp: String(at - 10) }, true, ['token-expired block']],
  [{ nbf: at + 301, exp: at + 900 }, true, ['token-not-yet block']],
  [{ iat: at + 3600 }, false, ['token-not-yet block']],
  [{ nbf: at + 299, exp: at + 900 }, true, []],
  [{ nbf: at - 10, exp: at + 1 }, true, []],
  [{}, true, []],
  [{ exp: 'soon', nbf: null, iat: 1e300 }, true, []],
])('the times %j, all else equal: %s, give %j', (claims, isOnlyReason, wanted) => {
  const causes = timeCauses(presentedToken({}, claims), { now }, isOnlyReason)
  expect(causes.map(({ code, severity }) => `${code} ${severity}`)).toEqual(wanted)
})

test.each([{}, { now: 'yesterday' }])('without a time of now nothing has expired (%j)', (context) => {
  expect(timeCauses(presentedToken({}, { exp: 1 }), context, true)).toEqual([])
})

test.each([
  [1, '1 second'],
  [119, '119 seconds'],
  [120, '2 minutes'],
  [7199, '119 minutes'],
  [7200, '2 hours'],
  [90 * 86_400, '90 days'],
])('%d seconds are %s', (seconds, words) => {
  expect(lengthOf(seconds)).toBe(words)
})

const rsa = { keys: [{ kty: 'RSA', kid: 'k1' }] }

test.each([
  [{ alg: 'RS256', kid: 'k1' }, {}, []],
  [{ alg: 'RS256', kid: 'k1', typ: 'JWT' }, { jwks: rsa }, []],
  [{}, {}, []],
  [{ alg: 'ES256' }, {}, ['algorithm-unsupported block']],
  [{ alg: 'EdDSA' }, {}, ['algorithm-unsupported block']],
  [{ alg: 'HS256' }, {}, ['algorithm-unsupported block']],
  [{ alg: 'none' }, {}, ['algorithm-unsupported block']],
  [{ alg: 'RS512' }, {}, ['algorithm-unsupported warn']],
  [{ alg: 'PS256' }, {}, ['algorithm-unsupported warn']],
  [{ alg: 'RS256', typ: 'at+jwt' }, {}, ['token-type warn']],
  [{ alg: 'RS256', kid: 'k2' }, { jwks: rsa }, ['key-unknown block']],
  [{ alg: 'RS256', kid: 'k2' }, { jwks: { keys: [] } }, ['key-unknown block']],
  [{ alg: 'RS256' }, { jwks: rsa }, ['key-unnamed warn']],
  [
    { alg: 'RS256', kid: 'k1' },
    { jwks: { keys: [{ kty: 'EC', kid: 'k1', alg: 'RS256' }] } },
    ['keys-not-rsa block'],
  ],
  [{ alg: 'ES256', kid: 'k1' }, { jwks: rsa }, ['algorithm-unsupported block', 'keys-not-rsa block']],
] satisfies readonly (readonly [object, TokenContext, readonly string[]])[])(
  'the header %j with the keys %j gives %j',
  (header, context, wanted) => {
    const causes = algorithmCauses(presentedToken(header, {}), context)
    expect(causes.map(({ code, severity }) => `${code} ${severity}`)).toEqual(wanted)
  },
)

test.each([
  [{ iss: entra, sub: 'a', scp: 'x' }, {}, ['entra-token-of-person block']],
  [{ iss: entra, sub: 'a', idtyp: 'user' }, {}, ['entra-token-of-person block']],
  [{ iss: entra, sub: 'a', idtyp: 'app', preferred_username: 'x' }, {}, ['entra-token warn']],
  [{ iss: entra, sub: 'a', idtyp: 'app' }, {}, ['entra-token warn']],
  [{ iss: entra, sub: 'a', idtyp: 'app', xms_mirid: '/subscriptions/1' }, {}, []],
  [{ iss: entra, sub: 'a', tid: 'one' }, { tenantId: 'two' }, ['entra-token block']],
  [{ iss: entra, sub: 'a', tid: 'one', xms_mirid: 'x' }, { tenantId: 'one' }, []],
  [{ iss: entra, sub: '/eid1/c/pub/t/a/a/b/c', idtyp: 'user' }, {}, []],
  [{ iss: entra, sub: 'a' }, {}, []],
  [{ iss: 'https://sts.windows.net/x/', sub: 'a' }, {}, ['entra-token block']],
  [{ iss: entra, sub: 'a', ver: '1.0' }, {}, ['entra-token block']],
  [{ iss: entra, sub: 'a', ver: '2.0' }, {}, []],
  [{ iss: 'https://id.contoso.com', sub: 'a', scp: 'x', upn: 'y' }, {}, []],
])('the claims %j in %j give %j', (claims, context, wanted) => {
  const causes = entraTokenCauses(presentedToken({}, claims), context)
  expect(causes.map(({ code, severity }) => `${code} ${severity}`)).toEqual(wanted)
})

const tenantPolicy = {
  issuer: 'https://token.actions.githubusercontent.com/',
  requiredClaim: 'enterprise',
  values: ['contoso'],
}
const github = 'https://token.actions.githubusercontent.com'

test.each([
  [{ iss: github }, ['claim-required']],
  [{ iss: github, enterprise: '' }, ['claim-required']],
  [{ iss: github, enterprise: 'Contoso' }, ['claim-required']],
  [{ iss: github, enterprise: 'contoso' }, []],
  [{ iss: 'https://gitlab.com' }, []],
])('a policy that wants an enterprise beside %j gives %j', (claims, wanted) => {
  expect(tenantPolicyCauses(presentedToken({}, claims), { tenantPolicy }).map(({ code }) => code)).toEqual(
    wanted,
  )
})

test('what a log does not show of a token is not missed', () => {
  const presented = presentedInLog({ issuer: github, subject: 'repo:contoso/shop:pull_request' })
  expect(tenantPolicyCauses(presented, { tenantPolicy })).toEqual([])
  expect(algorithmCauses(presented, { jwks: { keys: [] } })).toEqual([])
  expect(entraTokenCauses(presentedInLog({ issuer: entra }), { tenantId: 'x' })).toEqual([])
})
