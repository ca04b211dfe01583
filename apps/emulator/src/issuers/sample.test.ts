import { decodeJwt, decodeProtectedHeader } from 'jose'
import { afterAll, expect, test } from 'vitest'
import { clusterIssuer, githubIssuer } from '../seed.ts'
import { credentials } from '../seed-resources.ts'
import { given } from '../testing/given.ts'
import { startTestEmulator } from '../testing/start-test-emulator.ts'
import { brokenPlatforms } from './broken/broken-platforms.ts'
import { findPlatform } from './catalogue.ts'
import { platforms } from './platform-list.ts'
import { sampleFields, toMintFields, valuesFromSubject } from './sample-forms.ts'

const emulator = await startTestEmulator()
afterAll(() => emulator.close())

const address = (query: Record<string, string>) =>
  `${emulator.browserOrigin}/issuers/sample?${new URLSearchParams(query).toString()}`

async function page(query: Record<string, string>, form?: Record<string, string>): Promise<string> {
  const response = await emulator.fetch(
    address(query),
    form ? { method: 'POST', body: new URLSearchParams(form) } : {},
  )
  expect(response.status).toBe(200)
  return response.text()
}

function tokenOn(markup: string): string {
  return given(/<textarea[^>]*>([^<]+)</.exec(markup)?.[1], 'a token on the page')
}

test('without a wish the page says what it is and which platforms it can speak for', async () => {
  const markup = await page({})
  expect(markup).toContain('Signs a token as an outside platform would')
  expect(markup).toContain(githubIssuer)
  expect(markup).toContain(clusterIssuer)
})

test.for([
  'https://login.microsoftonline.com/contoso/v2.0',
  `${githubIssuer}/`,
  clusterIssuer.slice(0, -1),
  '"><script>alert(1)</script>',
])('an issuer that does not run here is said so: %s', async (issuer) => {
  const markup = await page({ issuer })
  expect(markup).toContain('This issuer does not run here.')
  expect(markup).not.toContain('<script>')
  expect(await page({ issuer }, { owner: 'octo-org' })).toContain('This issuer does not run here.')
})

const platformIds: Record<string, string> = {
  [githubIssuer]: 'github',
  [clusterIssuer]: 'cluster',
  'https://gitlab.com': 'gitlab',
  'https://app.terraform.io': 'hcp-terraform',
  'https://accounts.google.com': 'google',
}
const readable = credentials.filter(({ issuer }) => issuer in platformIds)

test.for(readable)(
  'the form for $subject mints exactly that subject',
  async ({ issuer, subject, audience }) => {
    const platform = given(findPlatform(given(platformIds[issuer], 'an id')), 'a platform')
    const { values, understood } = valuesFromSubject(platform, subject, audience)
    expect(understood).toBe(true)
    const markup = await page({ issuer, subject, audience }, values)
    const claims = decodeJwt(tokenOn(markup))
    expect(claims).toMatchObject({ iss: issuer, sub: subject })
    expect([claims.aud].flat()).toEqual([audience])
    expect(markup).not.toContain('Not the subject asked for')
  },
)

test.for([
  ['repo:octo-org/octo-repo:environment:eu%3Aprod', 'eu:prod'],
  ['repo:octo-org/octo-repo:ref:refs/heads/feature/x', 'feature/x'],
])('the form is filled in from %s', async ([subject, value]) => {
  const markup = await page({ issuer: githubIssuer, subject: subject ?? '' })
  expect(markup).toMatch(/name="owner"\s+value="octo-org"/)
  expect(markup).toMatch(new RegExp(`name="value"\\s+value="${value}"`))
})

test.for([
  [githubIssuer, 'repository_id:123456'],
  [githubIssuer, 'repo:octo-org/octo-repo:job_workflow_ref:x'],
  [clusterIssuer, 'system:serviceaccount:only-one'],
])('%s: a subject that does not follow from its fields is said so: %s', async ([issuer, subject]) => {
  const markup = await page({ issuer: issuer ?? '', subject: subject ?? '' })
  expect(markup).toContain('This subject was not understood.')
  expect(markup).toContain('mint this one as it is')
})

test('another subject than the one asked for is pointed out', async () => {
  const query = { issuer: clusterIssuer, subject: 'system:serviceaccount:pay:pay-api' }
  const markup = await page(query, { namespace: 'pay', serviceAccount: 'other', audience: 'a' })
  expect(markup).toContain('Not the subject asked for.')
})

test('a wrong field is named beside its input, and what was typed stays', async () => {
  const markup = await page(
    { issuer: clusterIssuer },
    { namespace: 'Not A Name', serviceAccount: 'x', audience: 'a' },
  )
  expect(markup).toMatch(/id="namespace-problem">\s*Namespace must be a namespace/)
  expect(markup).toContain('value="Not A Name"')
  expect(markup).not.toContain('<textarea')
})

test('a missing branch is named beside the input that holds it', async () => {
  const typed = { owner: 'octo-org', repository: 'octo-repo', entity: 'branch', value: '', audience: 'a' }
  const markup = await page({ issuer: githubIssuer }, typed)
  expect(markup).toMatch(/id="value-problem"/)
  expect(markup).toMatch(/<option value="branch"\s+selected/)
})

test.for([
  [{ entity: 'pullRequest', value: 'ignored' }, { pullRequest: true }],
  [{ entity: 'branch', value: '' }, { branch: undefined }],
  [
    { ownerId: '1', entity: 'tag', value: 'v1' },
    { ownerId: '1', tag: 'v1', immutable: true },
  ],
] as const)('the form %j becomes the fields %j', ([values, fields]) => {
  expect(toMintFields(given(findPlatform('github'), 'a platform'), values)).toEqual(fields)
})

test('a subject that no field gives is minted as it is, under the same issuer and its key', async () => {
  const query = { issuer: githubIssuer, subject: 'enterprise:contoso', platform: 'generic' }
  const token = tokenOn(await page(query, { subject: query.subject, audience: 'api://other' }))
  expect(decodeJwt(token)).toMatchObject({ iss: githubIssuer, sub: query.subject, aud: 'api://other' })
  const { keys } = await emulator.world.keys.publicKeys('issuer-github')
  expect(decodeProtectedHeader(token).kid).toBe(keys[0]?.kid)
  expect(await page({ ...query, issuer: 'https://attacker.example' })).toContain(
    'This issuer does not run here.',
  )
})

test('platforms that share an issuer are told apart by the query, or by the subject', async () => {
  const issuer = 'https://api.pulumi.com/oidc'
  expect(await page({ issuer, platform: 'pulumi-esc' })).toContain('<h2>Pulumi ESC</h2>')
  expect(await page({ issuer, subject: 'pulumi:environments:org:contoso:env:prod' })).toContain(
    '<h2>Pulumi ESC</h2>',
  )
  expect(await page({ issuer, platform: 'gitlab' })).toContain('<h2>Pulumi Deployments</h2>')
})

const listed = [...platforms, ...brokenPlatforms]

test.for(listed)('the form of $id mints as it is opened', async (platform) => {
  const { standardIssuer: issuer, id } = platform
  const given = platform.fieldsOfIssuer(issuer, emulator.world) ?? {}
  const { values } = valuesFromSubject(platform, '', '')
  const shown = sampleFields(platform, given).map(({ name }) => [name, values[name] ?? ''] as const)
  const fields = { ...toMintFields(platform, Object.fromEntries(shown)), ...given }
  expect(platform.compose(fields, emulator.world)).toMatchObject({ issuer })
  expect(await page({ issuer, platform: id })).toContain(
    `<h2>${platform.title.replaceAll("'", '&#39;')}</h2>`,
  )
})
