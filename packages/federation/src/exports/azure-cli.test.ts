import { execFileSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { exportTrust } from '../index.ts'
import { app, context, expression, flexible, nastySubjects, withSubject } from '../testing/export-context.ts'

/** What `az` would be called with, one list of words a call. As `az` does, the stub reads `@file`. */
function azCalls(script: string): readonly (readonly string[])[] {
  const stub = `az() { for word in "$@"; do read_word "$word"; done; printf '\\n\\0'; }; TOKEN=tok
read_word() { case "$1" in @*) cat "\${1#@}"; printf '\\0';; *) printf '%s\\0' "$1";; esac; }\n`
  const output = execFileSync('bash', ['-euc', stub + script], { encoding: 'utf8' })
  return output
    .split('\n\0')
    .slice(0, -1)
    .map((call) => call.split('\0').slice(0, -1))
}

const valueOf = (words: readonly string[] | undefined, option: string) => words?.[words.indexOf(option) + 1]

test.each(nastySubjects.filter((subject) => !subject.startsWith('@')))(
  'az is called with the subject %j to the byte',
  (subject) => {
    const [create, login] = azCalls(exportTrust('azure-cli', withSubject(subject)).text)
    expect(create?.slice(0, 3)).toEqual(['identity', 'federated-credential', 'create'])
    expect(
      subject.startsWith('-')
        ? create?.includes(`--subject=${subject}`)
        : valueOf(create, '--subject') === subject,
    ).toBe(true)
    expect(valueOf(create, '--resource-group')).toBe('rg-pay_(eu)')
    expect(valueOf(create, '--audiences')).toBe('api://AzureADTokenExchange')
    expect(valueOf(login, '--username')).toBe('client-1')
    expect(valueOf(login, '--federated-token')).toBe('tok')
  },
)

test.each([{ subject: '@/etc/hostname' }, { issuer: '@/etc/hostname' }, { audiences: ['@/etc/hostname'] }])(
  'az gets a value that it would take for the name of a file inside JSON (%j)',
  (change) => {
    const trust = { ...context.trust, ...change }
    const { name: _, ...properties } = trust
    const [create] = azCalls(exportTrust('azure-cli', { ...context, trust }).text)
    expect(create?.[0]).toBe('rest')
    expect(JSON.parse(valueOf(create, '--body') ?? '')).toEqual({ properties })
  },
)

test.each(nastySubjects)('az gets the JSON of an application with the subject %s to the byte', (subject) => {
  const [create] = azCalls(exportTrust('azure-cli', { ...withSubject(subject), parent: app.parent }).text)
  expect(valueOf(create, '--id')).toBe('app-1')
  expect(JSON.parse(valueOf(create, '--parameters') ?? '')).toEqual({ ...context.trust, subject })
})

test('several trusts are made one after another', () => {
  const second = { ...context.trust, name: 'gh-pay-api-main' }
  const calls = azCalls(exportTrust('azure-cli', { ...context, trusts: [context.trust, second] }).text)
  expect(calls).toHaveLength(3)
  expect(calls.slice(0, 2).map((words) => valueOf(words, '--name'))).toEqual([
    context.trust.name,
    second.name,
  ])
})

test('an expression goes to an identity by its own options', () => {
  const [create] = azCalls(exportTrust('azure-cli', { ...context, trust: flexible }).text)
  expect(valueOf(create, '--claims-matching-expression-value')).toBe(expression)
  expect(valueOf(create, '--claims-matching-expression-version')).toBe('1')
  expect(create).not.toContain('--subject')
})

test('an expression goes to an application by the beta version of Graph', () => {
  const [create] = azCalls(exportTrust('azure-cli', { ...app, trust: flexible }).text)
  expect(create?.slice(0, 3)).toEqual(['rest', '--method', 'post'])
  expect(valueOf(create, '--url')).toBe(
    "https://graph.microsoft.com/beta/applications(appId='app-1')/federatedIdentityCredentials",
  )
  expect(JSON.parse(valueOf(create, '--body') ?? '')).toEqual({
    name: flexible.name,
    issuer: flexible.issuer,
    claimsMatchingExpression: { value: expression, languageVersion: 1 },
    audiences: flexible.audiences,
  })
})

test.each(nastySubjects)('az rest sends the subject %j to the byte to an identity', (subject) => {
  const [put] = azCalls(exportTrust('az-rest', withSubject(subject)).text)
  expect(put?.slice(0, 3)).toEqual(['rest', '--method', 'put'])
  expect(valueOf(put, '--url')).toMatch(
    /^https:\/\/management\.azure\.com\/subscriptions\/.*\/gh-pay-api-production\?api-version=2024-11-30$/,
  )
  const { issuer, audiences } = context.trust
  expect(JSON.parse(valueOf(put, '--body') ?? '')).toEqual({ properties: { issuer, subject, audiences } })
})

test('az rest makes or changes the trust of an application by its name', () => {
  const trust = { ...context.trust, name: "it's", description: 'Deploys' }
  const [patch] = azCalls(exportTrust('az-rest', { ...app, trust, graphEndpoint: 'https://localhost/' }).text)
  expect(patch?.slice(0, 3)).toEqual(['rest', '--method', 'patch'])
  expect(valueOf(patch, '--url')).toBe(
    "https://localhost/v1.0/applications(appId='app-1')/federatedIdentityCredentials(name='it''s')",
  )
  expect(valueOf(patch, '--resource')).toBe('https://localhost/')
  expect(valueOf(patch, '--headers')).toBe('Prefer=create-if-missing')
  const { name: _, ...body } = trust
  expect(JSON.parse(valueOf(patch, '--body') ?? '')).toEqual(body)
})

test('without a token the script makes the trust and leaves the sign-in alone', () => {
  const stub = 'az() { echo "$1"; }; unset TOKEN\n'
  const output = execFileSync('bash', ['-euc', stub + exportTrust('azure-cli', context).text], {
    encoding: 'utf8',
  })
  expect(output).toBe('identity\n')
})

test('az is pointed at the other cloud first', () => {
  expect(azCalls(exportTrust('azure-cli', { ...context, cloud: 'china' }).text)[0]).toEqual([
    'cloud',
    'set',
    '--name',
    'AzureChinaCloud',
  ])
})
