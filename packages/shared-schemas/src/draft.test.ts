import { expect, test } from 'vitest'
import { refusedInDraft } from './draft-text.ts'
import { DraftBody, emptyDraftBody as empty } from './draft.ts'

const base64 = (value: unknown) =>
  btoa(JSON.stringify(value)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
const header = base64({ alg: 'RS256', typ: 'JWT', kid: '1' })
const payload = base64({ iss: 'https://token.actions.githubusercontent.com', sub: 'repo:octo-org/pay:ref:x' })
const token = `${header}.${payload}.${'s'.repeat(86)}`

const whole = {
  step: 'review',
  source: { kind: 'token' },
  presetId: 'github-actions',
  fields: { repository: 'contoso/pay-api', environment: 'production' },
  name: 'gh-pay-api-production',
  audience: 'api://AzureADTokenExchange',
  description: 'Deploys pay.eu.api.contoso.com from the main branch',
  parent: {
    kind: 'newManagedIdentity',
    subscriptionId: '3d5a7c10-0001-4e2b-9c4d-a1b2c3d4e501',
    resourceGroup: 'rg-pay',
    location: 'westeurope',
    identityName: 'id-pay',
  },
  access: [{ scope: '/subscriptions/3d5a7c10-0001-4e2b-9c4d-a1b2c3d4e501', roleId: '' }],
  bulk: { kind: 'matrix', repositories: ['contoso/pay-api'], environments: ['dev', 'prod'], parents: [] },
}

test.each([
  ['an empty one', empty],
  ['a whole one', whole],
  [
    'a host with many parts',
    { ...empty, fields: { issuer: 'https://oidc.prod-aks.westeurope.azure.contoso.com' } },
  ],
  ['a path of Vault', { ...empty, fields: { issuer: 'https://vault.contoso.com/v1/identity/oidc' } }],
  ['a number of a project', { ...empty, fields: { projectId: '3d5a7c10-0001-4e2b-9c4d-a1b2c3d4e501' } }],
  [
    'a long path',
    { ...empty, fields: { workflow: `.github/workflows/${'deploy-all-the-things-'.repeat(8)}.yml` } },
  ],
  ['percent signs that mean nothing', { ...empty, description: 'Saves 100%, 20%zz of cost' }],
  ['a long repository', { ...empty, name: 'octo-organisation.payments-platform.api-gateway' }],
])('%s is a draft', (_, body) => {
  expect(DraftBody.safeParse(body).success).toBe(true)
})

const leaks: readonly (readonly [string, string])[] = [
  ['a token', token],
  ['a token in other words', `the token is "${token}", see above`],
  ['a token in lines', token.replace(/(.{30})/g, '$1\n')],
  ['a token without its signature', `${header}.${payload}`],
  ['a token without a signature, but its dot', `${header}.${payload}.`],
  ['half a token', header],
  ['an encrypted token', `${header}.${'a'.repeat(40)}.${'b'.repeat(16)}.${'c'.repeat(40)}.${'d'.repeat(22)}`],
  ['a token of pretty JSON', `${btoa('{\n  "alg": "none"\n}').replaceAll('=', '')}.${payload}.`],
  ['three opaque parts', `${'Ab1_'.repeat(8)}.${'Cd2-'.repeat(8)}.${'Ef3_'.repeat(8)}`],
  ['a private key', '-----BEGIN PRIVATE KEY-----\nMIIEvQ\n-----END PRIVATE KEY-----'],
  ['a certificate', '-----BEGIN CERTIFICATE-----'],
  ['a token of GitHub', `ghp_${'a1B2'.repeat(9)}`],
  ['a fine-grained token of GitHub', `github_pat_${'a1B2'.repeat(9)}`],
  ['a token of GitLab', `glpat-${'a1B2'.repeat(6)}`],
  ['a client secret of Entra', `abc8Q~${'x'.repeat(34)}`],
  ['an error of Entra', 'AADSTS700213: No matching federated identity record found'],
  ['an error in lower case', 'aadsts50011'],
  ['the end of an error', 'Trace ID: 8f1f3b0e-6a52-4d1c-9a3e-2b7c5d4e6f10 Correlation ID: 1'],
  ['a token in an address', encodeURIComponent(`https://x.example/?token=${token}`).replaceAll('.', '%2E')],
  ['a token with characters that are not seen', token.replace(/(.{8})/g, '$1\u200b')],
  ['a token in base64, as Kubernetes keeps it', btoa(token)],
  ['a token in base64 behind a word', `data: ${btoa(`Bearer ${token}`)}`],
  ['a token in escapes of JSON', `\\u0065yJ${header.slice(3)}\\u002e${payload}`],
  ['a private key in base64', btoa('-----BEGIN PRIVATE KEY-----\nMIIEvQ')],
  ['a token of HCP Terraform', `${'a1B2c3D'.repeat(2)}.atlasv1.${'z9_-'.repeat(17)}`],
  ['a key of AWS', `AKIA${'ABCD2345'.repeat(2)}`],
  ['a token of npm', `npm_${'a1B2'.repeat(9)}`],
  ['a token of Azure DevOps', `${'a1B2'.repeat(19)}AZDO1x2Y`],
  ['a connection string', 'AccountName=pay;AccountKey=abcdefgh1234=='],
  ['a shared access signature', `https://pay.blob.core.windows.net/x?sv=1&sig=${'aB3d'.repeat(8)}`],
]

test.each(leaks)('a draft cannot hold %s, in any of its texts', (_, leak) => {
  const cut = leak.slice(0, 120)
  const places: readonly (readonly [object, (string | number)[]])[] = [
    [{ ...empty, fields: { issuer: leak.slice(0, 600) } }, ['fields', 'issuer']],
    [{ ...empty, name: cut }, ['name']],
    [{ ...empty, description: leak.slice(0, 600) }, ['description']],
    [{ ...whole, parent: { ...whole.parent, identityName: cut } }, ['parent', 'identityName']],
    [{ ...whole, access: [{ scope: leak.slice(0, 600), roleId: '' }] }, ['access', 0, 'scope']],
    [
      { ...empty, bulk: { kind: 'table', columns: ['a'], rows: [['x'], [leak.slice(0, 600)]], parents: [] } },
      ['bulk', 'rows', 1, 0],
    ],
  ]
  for (const [body, path] of places) {
    const { error } = DraftBody.safeParse(body)
    expect(error?.issues.map((issue) => issue.path)).toEqual([path])
    expect(JSON.stringify(error?.issues)).not.toContain(leak.slice(0, 20))
  }
})

test.each([
  ['a field that there is not', { ...empty, token: 'x' }],
  ['what was pasted', { ...empty, source: { kind: 'token', text: 'x' } }],
  ['an unknown kind of source', { ...empty, source: { kind: 'clipboard' } }],
  ['an unknown step', { ...empty, step: 'done' }],
  ['a text that is too long', { ...empty, fields: { issuer: 'x'.repeat(601) } }],
  ['a field with a long name', { ...empty, fields: { ['x'.repeat(41)]: '' } }],
  ['a field named by a token', { ...empty, fields: { [token]: '' } }],
  ['a field that is no text', { ...empty, fields: { issuer: { a: 1 } } }],
  [
    'too many fields',
    { ...empty, fields: Object.fromEntries(Array.from({ length: 41 }, (_, index) => [`f${index}`, ''])) },
  ],
  [
    'an existing parent with a wrong ID',
    { ...empty, parent: { kind: 'existing', parent: { kind: 'application', appId: '1' } } },
  ],
  [
    'too many rows',
    {
      ...empty,
      bulk: { kind: 'table', columns: [], rows: Array.from({ length: 10_001 }, () => []), parents: [] },
    },
  ],
])('%s is refused', (_, body) => {
  expect(DraftBody.safeParse(body).success).toBe(false)
})

// An expression that looks for the parts of a token by itself takes minutes for each of these.
test.each(['a', 'A', 'ey', 'eyJ.', 'ab-', 'aaaaaaaaaaaaaaaaaaaaaaaa.', '%41', 'x@', '0Q~', 'AZDO', 'sig='])(
  'a long text of "%s" is judged in the time that reading it takes',
  (piece) => {
    const text = piece.repeat(Math.ceil(200_000 / piece.length))
    const startedAt = performance.now()
    refusedInDraft(text)
    expect(performance.now() - startedAt).toBeLessThan(2000)
  },
)
