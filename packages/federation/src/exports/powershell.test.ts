import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { exportTrust } from '../index.ts'
import { app, context, expression, flexible, nastySubjects, withSubject } from '../testing/export-context.ts'
import { powershellAz, powershellText } from './powershell-text.ts'

test.each([
  ['a', "'a'"],
  ["it's", "'it''s'"],
  ['‘a’ ‚b‛', "'‘‘a’’ ‚‚b‛‛'"],
  ['$HOME `n "x"', '\'$HOME `n "x"\''],
  ['', "''"],
])('PowerShell gets the text %j as %s', (value, text) => {
  expect(powershellText(value)).toBe(text)
})

test('no text ends early in PowerShell', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom("'", '‘', '’', '‚', '‛', 'a', '`', '$', '\n') }),
      (value) => {
        const inside = powershellText(value).slice(1, -1)
        expect(inside.replace(/(['‘’‚‛])\1/g, '')).not.toMatch(/['‘’‚‛]/)
        expect(inside.replace(/(['‘’‚‛])\1/g, '$1')).toBe(value)
      },
    ),
  )
})

test.each(['repo:contoso/pay-api', 'client-1', 'user@contoso.com'])(
  'az gets %s from PowerShell as it is',
  (value) => {
    expect(powershellAz('az x', [['--subject', value]])).toEqual({
      before: [],
      command: `az x \`\n  --subject '${value}'`,
      after: [],
    })
  },
)

test.each([
  ...nastySubjects.filter((value) => !/^-[-a-z]+$/.test(value) && value !== ''),
  'a|b',
  'rg_(eu)',
  '50%',
  'a&b',
  '',
])('az gets %j from PowerShell by a file, which a batch file cannot misread', (value) => {
  const { before, command, after } = powershellAz('az x', [['--resource-group', value]])
  expect(before).toEqual([
    '$resourceGroupFile = [IO.Path]::GetTempFileName()',
    `[IO.File]::WriteAllText($resourceGroupFile, ${powershellText(value)})`,
  ])
  expect(command).toBe('az x `\n  --resource-group "@$resourceGroupFile"')
  expect(after).toEqual(['Remove-Item $resourceGroupFile'])
})

test.each(['-x', '--name'])('the value %s does not become an option of az', (value) => {
  expect(powershellAz('az x', [['--subject', value]]).command).toBe(`az x \`\n  '--subject=${value}'`)
})

test('the Azure CLI script for PowerShell hands over the JSON of an application by a file', () => {
  expect(exportTrust('azure-cli-powershell', { ...app, cloud: 'usgov' }).text).toBe(`#Requires -Version 7.0
az cloud set --name AzureUSGovernment

$parametersFile = [IO.Path]::GetTempFileName()
[IO.File]::WriteAllText($parametersFile, '{"name":"gh-pay-api-production","issuer":"https://token.actions.githubusercontent.com","subject":"repo:contoso/pay-api:environment:production","audiences":["api://AzureADTokenExchange"]}')
az ad app federated-credential create \`
  --id 'app-1' \`
  --parameters "@$parametersFile"
Remove-Item $parametersFile

# Check, when $env:TOKEN holds the token that the workload received. It replaces your own sign-in.
if ($env:TOKEN) {
  az login --service-principal --allow-no-subscriptions \`
  --username 'client-1' \`
  --tenant 'tenant-1' \`
  --federated-token $env:TOKEN
}
`)
})

test('Azure PowerShell makes the trust of an identity', () => {
  expect(exportTrust('azure-powershell', withSubject("it's")).text).toBe(`#Requires -Version 7.0

$trust = @{
  SubscriptionId    = '11111111-2222-3333-4444-555555555555'
  ResourceGroupName = 'rg-pay_(eu)'
  IdentityName      = 'id-pay-api'
  Name              = 'gh-pay-api-production'
  Issuer            = 'https://token.actions.githubusercontent.com'
  Subject           = 'it''s'
  Audience          = @('api://AzureADTokenExchange')
}
New-AzFederatedIdentityCredential @trust
`)
})

test.each([
  [{}, "(Get-AzADApplication -ApplicationId 'app-1').Id"],
  [{ applicationObjectId: 'object-1' }, "'object-1'"],
])('Azure PowerShell names an application by its object ID (case %#)', (known, objectId) => {
  const trust = { ...context.trust, description: 'Deploys' }
  const { text } = exportTrust('azure-powershell', { ...app, trust, ...known })
  expect(text).toContain(`  ApplicationObjectId = ${objectId}\n`)
  expect(text).toContain("  Description         = 'Deploys'\n}\nNew-AzADAppFederatedCredential @trust\n")
})

test.each([
  [context, "Path    = '/subscriptions/11111111-2222-3333-4444-555555555555/"],
  [
    app,
    "Uri     = 'https://graph.microsoft.com/beta/applications(appId=''app-1'')/federatedIdentityCredentials'",
  ],
])('Azure PowerShell sends an expression as a request (case %#)', (parent, address) => {
  const { text } = exportTrust('azure-powershell', { ...parent, trust: flexible })
  expect(text).toContain(`  ${address}`)
  expect(text).toContain(`"value":"${expression.replaceAll("'", "''")}"`)
  expect(text).not.toContain('Subject')
})
