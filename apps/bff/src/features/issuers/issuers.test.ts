import type { IssuerProbe } from '@trustwright/shared-schemas'
import { expect, test } from 'vitest'
import { forThisFile } from '../../testing/for-this-file.ts'
import { call, startPortalWorld } from '../../testing/portal-world.ts'

const github = 'https://token.actions.githubusercontent.com'

const world = forThisFile(startPortalWorld)
const dana = forThisFile(() => world.portal.signedIn('developer'))

const probe = (body: object) => call<IssuerProbe>(dana, 'POST', '/api/issuers/probe', body)
const broken = (name: string) => `https://${name}.broken.example`

test('a right issuer is read as Entra would, under its real name, and has nothing against it', async () => {
  const { status, body } = await probe({
    issuer: github,
    subject: 'repo:octo-org/octo-repo:ref:refs/heads/main',
  })
  expect([status, body.causes.filter(({ severity }) => severity !== 'info')]).toEqual([200, []])
  expect(body.document).toMatchObject({
    address: `${github}/.well-known/openid-configuration`,
    outcome: 'read',
    issuer: github,
    isSame: true,
  })
  expect(body.keys).toMatchObject({ outcome: 'read', onOtherHost: false })
  expect(body.keys?.list[0]).toMatchObject({ kty: 'RSA', bits: 2048, isPrivate: false })
})

test('one letter too many is told with the issuer that would be right, letter by letter', async () => {
  const { body } = await probe({ issuer: `${github}/` })
  expect(body.document).toMatchObject({ outcome: 'read', issuer: github, isSame: false })
  expect(body.causes[0]).toMatchObject({
    code: 'issuer-slash',
    severity: 'block',
    action: { kind: 'set', field: 'issuer', value: github },
  })
  expect(body.causes[0]?.alignments?.[0]?.parts.length).toBeGreaterThan(1)
})

test.each([
  ['wrong-issuer', 'read', 'issuer-discovery-differs'],
  ['no-rsa-key', 'read', 'keys-not-rsa'],
  ['short-key', 'read', 'keys-weak'],
  ['many-keys', 'read', 'keys-too-many'],
  ['no-keys', 'read', 'keys-missing'],
  ['slow', 'timeout', 'issuer-private'],
  ['huge', 'too-large', 'discovery-unreadable'],
  ['redirects-discovery', 'redirect', 'discovery-refused'],
  ['redirects-keys', 'read', 'keys-unreachable'],
  ['no-discovery', 'status', 'discovery-missing'],
  ['unavailable', 'status', 'discovery-intermittent'],
  ['html', 'content', 'discovery-unreadable'],
  ['http-keys', 'read', 'keys-address'],
  ['expired-certificate', 'tls', 'issuer-certificate'],
  ['self-signed', 'tls', 'issuer-certificate'],
  ['other-host', 'tls', 'issuer-certificate'],
  ['no-tls', 'tls', 'issuer-certificate'],
])('the issuer that is broken as %s ends as %s, and its first cause is %s', async (name, outcome, code) => {
  const { status, body } = await probe({ issuer: broken(name) })
  expect(status).toBe(200)
  expect(body.document.outcome).toBe(outcome)
  expect(body.causes.map((cause) => cause.code)[0]).toBe(code)
})

test.each([
  ['https://127.0.0.1', 'ip-literal'],
  ['https://[::ffff:169.254.169.254]', 'ip-literal'],
  ['https://metadata.google.internal', 'host-name'],
  ['https://localhost:4282', 'port'],
  ['http://oidc.contoso.com', 'scheme'],
  ['https://a@oidc.contoso.com', 'user-info'],
  ['oidc.contoso.com', 'not-an-address'],
  [' https://oidc.contoso.com', 'characters'],
  ['https://oidc.contoso.com?tenant=a', 'query'],
])('%s is refused as %s without a look at the network, and a cause says so', async (issuer, outcome) => {
  const { status, body } = await probe({ issuer })
  expect([status, body.document.outcome, body.keys]).toEqual([200, outcome, null])
  expect(body.causes[0]?.severity).toBe('block')
})

test('where a redirect points is told as a text', async () => {
  const { body } = await probe({ issuer: broken('redirects-discovery') })
  expect(body.document.redirectedTo).toMatch(/^https?:\/\//)
})

test('a second look takes what was read, and asks again when told to', async () => {
  const first = await probe({ issuer: `${github}/octo-org` })
  const second = await probe({ issuer: `${github}/octo-org` })
  expect(second.body.readAt).toBe(first.body.readAt)
  world.portal.clock.advance(10_000)
  const third = await probe({ issuer: `${github}/octo-org`, refresh: true })
  expect(third.body.readAt).not.toBe(first.body.readAt)
})

test.each([
  {},
  { issuer: '' },
  { issuer: `https://a.dev/${'a'.repeat(600)}` },
  { issuer: github, token: 'a' },
])('a request that is none is refused: %j', async (body) => {
  const answer = await call(dana, 'POST', '/api/issuers/probe', body)
  expect([answer.status, answer.body.code]).toEqual([400, 'INPUT_REFUSED'])
})

test('a person reads four issuers at once; the fifth is told to wait, and another person is not', async () => {
  // Each spelling is an issuer of its own, and the document of all takes half a minute.
  const spellings = ['Slow', 'sLow', 'slOw', 'sloW', 'SLOW'].map(broken)
  const slow = spellings.map((issuer) =>
    dana.inject({ method: 'POST', url: '/api/issuers/probe', payload: { issuer } }),
  )
  const alex = await world.portal.signedIn('admin')
  const other = await call<IssuerProbe>(alex, 'POST', '/api/issuers/probe', { issuer: github })
  expect(other.status).toBe(200)
  const answers = await Promise.all(slow)
  const refused = answers.filter(({ statusCode }) => statusCode === 429)
  expect(answers.filter(({ statusCode }) => statusCode === 200)).toHaveLength(4)
  expect(refused.map(({ headers }) => headers['retry-after'])).toEqual(['5'])
})

test('who is not signed in makes the portal fetch nothing', async () => {
  const answer = await world.portal.inject({
    method: 'POST',
    url: '/api/issuers/probe',
    payload: { issuer: github },
  })
  expect(answer.statusCode).toBe(401)
})
