import { execFileSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { exportTrust } from '../index.ts'
import { app, context, nastySubjects, withSubject } from '../testing/export-context.ts'

/** What `az` would be called with, one list of words a call. */
function azCalls(script: string): readonly (readonly string[])[] {
  const stub = `az() { printf '%s\\0' "$@"; printf '\\n\\0'; }; TOKEN=tok\n`
  const output = execFileSync('bash', ['-euc', stub + script], { encoding: 'utf8' })
  return output
    .split('\n\0')
    .slice(0, -1)
    .map((call) => call.split('\0').slice(0, -1))
}

const valueOf = (words: readonly string[] | undefined, option: string) => words?.[words.indexOf(option) + 1]

test.each(nastySubjects)('az is called with the subject %s to the byte', (subject) => {
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
})

test.each(nastySubjects)('az gets the JSON of an application with the subject %s to the byte', (subject) => {
  const [create] = azCalls(exportTrust('azure-cli', { ...withSubject(subject), parent: app.parent }).text)
  expect(valueOf(create, '--id')).toBe('app-1')
  expect(JSON.parse(valueOf(create, '--parameters') ?? '')).toEqual({ ...context.trust, subject })
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
