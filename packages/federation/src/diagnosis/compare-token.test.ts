import { expect, test } from 'vitest'
import { compareToken } from './compare-token.ts'
import type { TokenContext } from './claims/token-context.ts'

const issuer = 'https://token.actions.githubusercontent.com'
const audience = 'api://AzureADTokenExchange'
const trust = (name: string, subject: string) => ({ name, issuer, subject, audiences: [audience] })
const main = trust('main', 'repo:contoso/shop:ref:refs/heads/main')
const prod = trust('prod', 'repo:contoso/shop:environment:prod')
const header = { alg: 'RS256', kid: 'k1' }
const claims = { iss: issuer, sub: prod.subject, aud: audience }
const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
const token = `${encode(header)}.${encode(claims)}.c2lnbmF0dXJl`
const block = `Federated token details:\n issuer - ${issuer}\n subject claim - ${prod.subject}\n audience - ${audience}\n job_workflow_ref - contoso/shop/.github/workflows/a.yml@refs/heads/main`

test.each([
  ['a JWT', token],
  ['a JWT with white space around', `\n ${token} \n`],
  ['a header of a request', `Authorization: Bearer ${token}`],
  ['a JWT in quotes', `"${token}"`],
  ['wrapped lines', token.replace(/(.{40})/g, '$1\n')],
  ['a JWT without its signature', token.slice(0, token.lastIndexOf('.'))],
  ['a JWT whose signature was cut', token.slice(0, -5)],
  ['its middle part alone', encode(claims)],
  ['the answer of GitHub', JSON.stringify({ count: 1, value: token })],
  ['a line of a log', `2026-08-03T10:00:00.1234567Z ##[debug]token=${token} end`],
  ['its claims as JSON', JSON.stringify(claims, null, 2)],
  ['header and payload as jwt.io shows them', JSON.stringify({ header, payload: claims })],
  ['JSON in HTML', `<pre>${JSON.stringify(claims).replaceAll('"', '&quot;')}</pre>`],
  ['the block of azure/login', block],
  ['the block with time stamps', block.replaceAll('\n', '\n2026-08-03T10:00:00.1234567Z ')],
  ['the block with colours', `\u001b[36m${block.replaceAll('\n', '\u001b[0m\n\u001b[36m')}\u001b[0m`],
])('%s is read as the token it is', (_name, text) => {
  expect(compareToken(text, [main, prod], {})).toMatchObject({ causes: [], matching: ['prod'] })
  expect(compareToken(text, [main], {}).causes[0]?.code).toBe('environment-replaces-ref')
})

test.each([
  ['', 'no token yet'],
  ['hello', 'not a JSON Web Token'],
  ['a.b.c.d.e', 'encrypted'],
  ['<saml:Assertion>x</saml:Assertion>', 'SAML'],
  [token.slice(5), 'not readable'],
  ['{"a":1}', 'not a JSON Web Token'],
  ['a'.repeat(100_000), 'longer'],
])('%s is said to be no token', (text, word) => {
  const { causes, nearest } = compareToken(text, [main, prod])
  expect(causes).toMatchObject([{ code: 'not-a-token', family: 'plumbing', severity: 'block' }])
  expect(`${causes[0]?.text} ${causes[0]?.fix}`).toContain(word)
  expect(nearest).toEqual([])
})

test('neither a signature nor a whole token is in the answer', () => {
  const told = JSON.stringify(compareToken(`${token} ${token}`, [main]))
  expect(told).not.toContain('c2lnbmF0dXJl')
  expect(told).not.toContain('eyJ')
})

test.each([undefined, null, 7, [], 'x', { iss: 1, sub: {}, aud: { a: 1 } }])(
  'claims such as %j are judged',
  (odd) => {
    expect(compareToken({ header: odd, claims: odd }, [main]).causes[0]?.severity).toBe('block')
  },
)

const codes = (context: TokenContext, trusts = [prod], more = {}) =>
  compareToken({ header, claims: { ...claims, ...more } }, trusts, context).causes.map(
    ({ code, severity }) => `${code} ${severity}`,
  )

const now = '2026-08-03T10:00:00Z'
const refused = { now, rejectedWith: 'AADSTS700213' }

test.each([
  [{ ...refused, trustCreatedAt: '2026-08-03T09:59:30Z' }, ['trust-new block']],
  [
    { ...refused, trustChangedAt: '2026-08-03T09:51:00Z', trustCreatedAt: '2025-01-01T00:00:00Z' },
    ['trust-new block'],
  ],
  [
    { ...refused, rejectedWith: 'AADSTS7002138', trustChangedAt: '2026-08-03T09:58:00Z' },
    ['trust-new block'],
  ],
  [{ ...refused, trustCreatedAt: '2026-08-03T09:49:00Z' }, ['trust-stale block']],
  [refused, ['trust-stale block']],
  [{ now, trustCreatedAt: now }, []],
  [{ clientId: 'a', parent: { clientId: 'b', name: 'id-shop' } }, ['other-client block']],
  [{ clientId: 'A', parent: { clientId: 'a' } }, []],
])('all values equal in %j: %j', (context, wanted) => {
  expect(codes(context)).toEqual(wanted)
})

test('how long to wait follows from the age of the trust itself', () => {
  const young = { ...prod, createdAt: '2026-08-03T09:59:00Z' }
  const [cause] = compareToken({ header, claims }, [young], refused).causes
  expect(cause?.action).toEqual({ kind: 'wait', seconds: 540 })
})

test('an old trust that is refused is made again, and its values are not blamed', () => {
  const [cause] = compareToken({ header, claims }, [prod], {
    ...refused,
    trustCreatedAt: '2026-01-01T00:00:00Z',
  }).causes
  expect(cause).toMatchObject({ family: 'propagation', action: { kind: 'recreate', name: 'prod' } })
})

test('an operator that remembers a refusal is started again', () => {
  const sub = 'system:serviceaccount:keda:keda-operator'
  const { causes } = compareToken(
    { header, claims: { ...claims, sub } },
    [{ ...prod, subject: sub }],
    refused,
  )
  expect(causes[0]).toMatchObject({
    code: 'client-stale',
    fix: expect.stringContaining('Restart keda-operator'),
  })
})

test('a pasted token that has expired meanwhile is not what the other differences are about', () => {
  expect(codes({ now }, [main], { exp: 1 })).toEqual(['environment-replaces-ref block', 'token-expired info'])
  expect(codes({ now }, [prod], { exp: 1 })).toEqual(['token-expired block'])
})

const elsewhere = { otherParents: [{ name: 'id-shop', clientId: 'c1', trusts: [prod] }] }

test('the fitting trust of another identity wins over the differences of the nearest one here', () => {
  const { causes } = compareToken({ header, claims }, [main], elsewhere)
  expect(causes[0]).toMatchObject({ code: 'trust-on-other-identity', certainty: 'certain' })
  expect(causes[0]?.fix).toContain('c1')
  expect(causes.slice(1).map(({ certainty }) => certainty)).toEqual(['possible'])
})

test('an operator is trusted by many identities, so that another one has its trust explains nothing', () => {
  const sub = 'system:serviceaccount:keda:keda-operator'
  const others = { otherParents: [{ name: 'aaa', trusts: [{ ...prod, subject: sub }] }] }
  const { causes } = compareToken(
    { header, claims: { ...claims, sub } },
    [{ ...prod, subject: 'system:serviceaccount:shop:api' }],
    others,
  )
  expect(causes.map(({ code }) => code)).toEqual(['kubernetes-operator', 'trust-on-other-identity'])
})

test('an identity without a trust gets one from the token', () => {
  const [cause] = compareToken({ header, claims }, []).causes
  expect(cause).toMatchObject({
    code: 'identity-without-trust',
    action: { kind: 'create', issuer, subject: prod.subject, audience },
  })
})

test('the three nearest trusts come first, the one that differs least before the others', () => {
  const trusts = [
    { ...trust('far', 'project_path:a/b:ref_type:branch:ref:main'), issuer: 'https://gitlab.com' },
    main,
    trust('case', 'repo:Contoso/shop:environment:prod'),
    trust('other', 'repo:contoso/store:environment:prod'),
  ]
  const { nearest, causes } = compareToken({ header, claims }, trusts)
  expect(nearest.map(({ trust: { name } }) => name)).toEqual(['case', 'other', 'main'])
  expect(nearest[0]?.differences[0]?.parts).toContainEqual({ trust: 'C', token: 'c', kind: 'case' })
  expect(causes.map(({ code }) => code)).toEqual(['subject-case'])
})

test('every difference is told at once', () => {
  const { causes } = compareToken(
    {
      header: { alg: 'ES256' },
      claims: { iss: `${issuer}/x`, sub: 'repo:contoso/shop:pull_request', aud: 'y' },
    },
    [prod],
  )
  expect(causes.map(({ code }) => code).toSorted()).toEqual([
    'algorithm-unsupported',
    'audience-differs',
    'environment-not-named',
    'issuer-differs',
  ])
})
