import { expect, test } from 'vitest'
import { cloudNames, exportTrust, type ExportContext, type ExportForm } from '../index.ts'
import { app, context, flexible, nastyTrusts } from '../testing/export-context.ts'
import { commandsOf, tablesOf } from '../testing/read-powershell.ts'
import { sourceReader } from '../testing/read-source.ts'
import { graphBody } from './graph-request.ts'

const readBash = await sourceReader('bash')
const stored = nastyTrusts.map((trust) => ({ ...trust, description: `For ${trust.subject ?? ''}` }))
const trusts = [...stored, flexible]
const parents: readonly ExportContext[] = [
  { ...context, trusts },
  { ...app, trusts },
]

test.each(parents)('every bash text is bash, in every cloud (case %#)', (parent) => {
  for (const cloud of cloudNames) {
    for (const form of ['azure-cli', 'az-rest', 'exchange-curl'] satisfies ExportForm[]) {
      expect(readBash(exportTrust(form, { ...parent, cloud }).text).hasError).toBe(false)
    }
  }
})

test.each(["az login --subject 'it's'", 'az login "$(', 'if [ -n "$TOKEN" ]; then'])(
  'a text that is no bash is told from one that is: %s',
  (text) => {
    expect(() => readBash(text)).toThrow(SyntaxError)
  },
)

test.each(["$trust = @{ Subject = 'it's' }", '$trust = @{', "az login `\n  --username 'a"])(
  'a text that is no PowerShell is told from one that is: %s',
  (text) => {
    expect(() => commandsOf(text)).toThrow(SyntaxError)
  },
)

test('az gets every trust of an identity from PowerShell to the byte', () => {
  const calls = commandsOf(exportTrust('azure-cli-powershell', { ...context, trusts: stored }).text)
  const creates = calls.filter((words) => words[3] === 'create')
  expect(creates.map(optionsOf)).toEqual(
    stored
      .filter(({ subject }) => subject?.startsWith('@') !== true)
      .map(({ name, issuer, subject, audiences }) => ({
        '--subscription': context.subscriptionId,
        '--resource-group': 'rg-pay_(eu)',
        '--identity-name': 'id-pay-api',
        '--name': name,
        '--issuer': issuer,
        '--subject': subject,
        '--audiences': audiences[0],
      })),
  )
  expect(calls.filter((words) => words[1] === 'rest')).toHaveLength(1)
})

test('az gets every trust of an application from PowerShell to the byte', () => {
  const calls = commandsOf(exportTrust('azure-cli-powershell', { ...app, trusts: stored }).text)
  const bodies = calls
    .filter((words) => words.includes('create'))
    .map((words): unknown => JSON.parse(String(optionsOf(words)['--parameters'])))
  expect(bodies).toEqual(stored.map(graphBody))
})

test('the Az modules get every trust of an identity to the byte', () => {
  const { text } = exportTrust('azure-powershell', { ...context, trusts: stored })
  expect(tablesOf(text)).toEqual(
    stored.map(({ name, issuer, subject, audiences }) => ({
      SubscriptionId: context.subscriptionId,
      ResourceGroupName: 'rg-pay_(eu)',
      IdentityName: 'id-pay-api',
      Name: name,
      Issuer: issuer,
      Subject: subject,
      Audience: audiences,
    })),
  )
})

test('the Az modules get every trust of an application to the byte', () => {
  const { text } = exportTrust('azure-powershell', {
    ...app,
    trusts: stored,
    applicationObjectId: 'object-1',
  })
  expect(tablesOf(text)).toEqual(
    stored.map(({ name, issuer, subject, audiences, description }) => ({
      ApplicationObjectId: 'object-1',
      Name: name,
      Issuer: issuer,
      Subject: subject,
      Audience: audiences,
      Description: description,
    })),
  )
})

test.each([
  [context, 'PUT', { properties: { ...withoutName(), audiences: flexible.audiences } }],
  [app, 'POST', graphBody(flexible)],
])('the Az modules send an expression as the JSON that Azure takes (case %#)', (parent, method, body) => {
  const [table] = tablesOf(exportTrust('azure-powershell', { ...parent, trust: flexible }).text)
  expect(table?.['Method']).toBe(method)
  expect(JSON.parse(String(table?.['Payload']))).toEqual(body)
})

test.each(cloudNames)('PowerShell reads every script for the cloud %s', (cloud) => {
  for (const parent of parents) {
    expect(commandsOf(exportTrust('azure-powershell', { ...parent, cloud }).text).at(-1)?.[0]).toBe(
      'Invoke-AzRestMethod',
    )
    const calls = commandsOf(exportTrust('azure-cli-powershell', { ...parent, cloud }).text)
    const named = calls.filter((words) => words[1] === 'cloud').map((words) => words[4])
    expect(named).toEqual({ public: [], usgov: ['AzureUSGovernment'], china: ['AzureChinaCloud'] }[cloud])
  }
})

function withoutName() {
  const { name: _, ...body } = graphBody(flexible)
  return body
}

/** `--option value` and `--option=value` alike. */
function optionsOf(words: readonly string[]): Readonly<Record<string, string | undefined>> {
  return Object.fromEntries(
    words.flatMap((word, at) => {
      const [option, ...rest] = word.split('=')
      if (option === undefined || !/^--[a-z-]+$/.test(option) || words[at - 1] === '--subject') return []
      return [[option, rest.length > 0 ? rest.join('=') : words[at + 1]] as const]
    }),
  )
}
