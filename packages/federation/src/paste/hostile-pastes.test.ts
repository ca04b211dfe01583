import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { exportFormsFor, exportTrust, understandPaste, type PasteReading } from '../index.ts'
import { context, nastyTrusts } from '../testing/export-context.ts'

const understand = (text: string) => understandPaste(text, { cloud: 'public' })
const part = (value: object) =>
  btoa(JSON.stringify(value)).replaceAll('=', '').replaceAll('+', '-').replaceAll('/', '_')
const signature = 'c2lnbmF0dXJlLXRoYXQtbm9ib2R5LW1heS1rZWVw'
const claims = {
  iss: 'https://token.actions.githubusercontent.com',
  sub: 'repo:contoso/pay-api:environment:production',
  aud: 'api://AzureADTokenExchange',
}
const token = `${part({ alg: 'RS256', typ: 'JWT' })}.${part(claims)}.${signature}`

/** Shapes of secrets, put together so that no scanner takes this file for a leak. */
const secrets: readonly (readonly [string, string])[] = [
  ['a client secret of Entra', ['abc8', 'Q~', 'x1y2z3w4'.repeat(4)].join('')],
  ['a token of GitHub', ['gh', 'p_', 'a1B2c3D4e5'.repeat(4).slice(0, 36)].join('')],
  ['a new token of GitHub', ['github', '_pat_', 'a1B2c3D4e5'.repeat(6)].join('')],
  ['a token of GitLab', ['gl', 'pat-', 'a1B2c3D4e5'.repeat(2)].join('')],
  ['a token of HCP Terraform', ['a1B2c3D4e5f6G7', '.atlasv1.', 'a1B2c3D4e5'.repeat(6)].join('')],
  ['a token of Azure DevOps', 'a2b3c4d5e6f7g2'.repeat(4).slice(0, 52)],
  ['an access key of AWS', ['AK', 'IA', 'ABCDEFGHIJ234567'].join('')],
  ['a token of Vault', ['hv', 's.', 'a1B2c3D4e5'.repeat(3)].join('')],
  ['a token of Pulumi', ['pul', '-', 'a1b2c3d4e5'.repeat(4)].join('')],
  ['a key of Octopus', ['API', '-', 'A1B2C3D4E5'.repeat(3)].join('')],
  [
    'a private key',
    ['-----BEGIN RSA', ' PRIVATE KEY-----\n', 'secret'.repeat(9), '\n-----END RSA PRIVATE KEY-----'].join(''),
  ],
  ['a cut private key', ['-----BEGIN', ' PRIVATE KEY-----\n', 'secret'.repeat(9)].join('')],
]

const surroundings: readonly (readonly [string, (secret: string) => string])[] = [
  ['alone', (secret) => secret],
  ['in a sentence', (secret) => `here is the secret: ${secret}. Thanks`],
  [
    'in JSON',
    (secret) => JSON.stringify({ clientId: '11111111-2222-3333-4444-555555555555', clientSecret: secret }),
  ],
  [
    'in a subject',
    (secret) =>
      JSON.stringify({ name: 'x', issuer: 'https://gitlab.com', subject: secret, audiences: ['a'] }),
  ],
  [
    'in a workflow',
    (secret) =>
      `on: push\njobs:\n  a:\n    runs-on: x\n    environment: ${JSON.stringify(secret)}\n    steps: []\n`,
  ],
  [
    'in a command',
    (secret) => `az login --service-principal -u 11111111-2222-3333-4444-555555555555 --password '${secret}'`,
  ],
  ['in an address', (secret) => `https://user:${encodeURIComponent(secret)}@github.com/contoso/pay-api`],
  [
    'in a log',
    (secret) =>
      `AADSTS700213: No matching federated identity record found for presented assertion subject '${secret}'.`,
  ],
]

const kept = (reading: PasteReading, secret: string) =>
  secret
    .split('\n')
    .filter((line) => line.length > 12 && !line.startsWith('-----') && JSON.stringify(reading).includes(line))

test.each(
  secrets.flatMap(([name, secret]) =>
    surroundings.map(([where, write]) => [name, where, write(secret), secret] as const),
  ),
)('%s %s is not in the reading', (_name, _where, text, secret) => {
  expect(kept(understand(text), secret)).toEqual([])
})

test.each(surroundings.map(([where, write]) => [where, write(token)] as const))(
  'a token %s is read or named, and its signature is nowhere',
  (_where, text) => {
    const reading = understand(text)
    expect(reading.kind === 'token' || reading.notes.some(({ code }) => code === 'token')).toBe(true)
    expect(JSON.stringify(reading)).not.toContain(signature)
  },
)

test.each([
  ['alone', token],
  ['behind Bearer', `Authorization: Bearer ${token}`],
  ['in quotes', `"${token}"`],
  ['broken over lines', `${token.slice(0, 60)}\n${token.slice(60)}`],
  ['in the answer of GitHub', JSON.stringify({ count: 1, value: token })],
  ['as its claims', JSON.stringify(claims)],
  ['as the claims of a debugger', JSON.stringify({ header: { alg: 'RS256' }, payload: claims })],
])('a token %s gives preset and fields', (_name, text) => {
  expect(understand(text)).toMatchObject({
    kind: 'token',
    claims,
    presetId: 'github-actions',
    fields: { owner: 'contoso', environment: 'production' },
  })
})

test('a secret that stands alone is refused in words', () => {
  for (const [, secret] of secrets) {
    expect(understand(secret)).toMatchObject({
      kind: 'nothing',
      whatToDo: expect.stringContaining('Throw it away'),
    })
  }
})

test.each([
  ['RS256', { alg: 'ES256' }, claims, /ES256/],
  ['an issuer', { alg: 'RS256' }, { sub: 'x', aud: 'y' }, /no issuer/],
  ['an audience', { alg: 'RS256' }, { ...claims, aud: undefined }, /no audience/],
  [
    'the audience of the cloud',
    { alg: 'RS256' },
    { ...claims, aud: 'https://github.com/contoso' },
    /not for api:/,
  ],
  [
    'another issuer than Entra',
    { alg: 'RS256' },
    { ...claims, iss: 'https://sts.windows.net/x/', scp: 'a' },
    /Entra issued/,
  ],
])('a token without %s comes with a warning', (_name, header, body, words) => {
  const reading = understand(`${part(header)}.${part(body)}.${signature}`)
  expect(reading.kind === 'token' ? reading.warnings.join(' ') : '').toMatch(words)
})

test.each([
  'eyJhbGciOiJSUzI1NiJ9.eyJ',
  `${part({ alg: 'x' })}..${signature}.${signature}.${signature}`,
  `${part({})}.!!!.x`,
])('what is no whole token (%s) is nothing', (text) => {
  expect(understand(text).kind).toBe('nothing')
})

const snippets = [
  'az identity federated-credential create --name ',
  'resource "azurerm_federated_identity_credential" "x" {\n',
  '${',
  '<<EOF\n',
  "'",
  '"',
  '`',
  '@{',
  '\\',
  'on: push\njobs:\n  a:\n',
  'https://github.com/',
  'https://gitlab.com/-/',
  'AADSTS700213: ',
  'eyJhbGciOiJSUzI1NiJ9.',
  'apiVersion: v1\nkind: List\n',
  '%E0%A4%A',
  '\n',
  ' ',
  '{',
  '}',
  '[',
  ']',
  ':',
  'system:serviceaccount:',
  "resource a 'x/federatedIdentityCredentials@1' = [\n  for a in a: {",
  'new azuread.ApplicationFederatedIdentityCredential(',
  '$x = ',
  'New-AzADAppFederatedCredential @x',
  'cat <(printf %s ',
  '__proto__',
  'constructor',
  '"issuer":',
  'null',
  '---\n',
  '&a',
  '*a',
  '!!js/function',
]
const wild = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc
    .array(fc.oneof(fc.constantFrom(...snippets), fc.string({ maxLength: 8 })), { maxLength: 25 })
    .map((parts) => parts.join('')),
  fc.json(),
)

test('any text has an answer with words, and says the same twice', () => {
  fc.assert(
    fc.property(wild, (text) => {
      const reading = understand(text)
      expect(reading.kind === 'nothing' ? reading.whatToDo : reading.understood).not.toBe('')
      expect(understand(text)).toEqual(reading)
    }),
    { numRuns: 1500 },
  )
})

test('half of what was exported has an answer too', () => {
  const whole = { ...context, trusts: nastyTrusts }
  const texts = exportFormsFor(whole).map((form) => exportTrust(form, whole).text)
  fc.assert(
    fc.property(
      fc.constantFrom(...texts),
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (text, from, to) => {
        expect(understand(text.slice(from * text.length, from * text.length + to * 3000)).kind).not.toBe('')
      },
    ),
    { numRuns: 200 },
  )
})

test('a token anywhere in any text leaves no signature', () => {
  fc.assert(
    fc.property(wild, wild, (before, after) => {
      expect(JSON.stringify(understand(`${before} ${token} ${after}`))).not.toContain(signature)
    }),
    { numRuns: 500 },
  )
})
