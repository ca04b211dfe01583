import { expect, test } from 'vitest'
import { exportTrust } from '../index.ts'
import { app, context, expression, flexible } from '../testing/export-context.ts'
import { bicepText } from './bicep-text.ts'

test.each([
  ['a', "'a'"],
  ["it's", String.raw`'it\'s'`],
  ['${x}', String.raw`'\${x}'`],
  ['$${x}', String.raw`'$\${x}'`],
  ['$HOME', "'$HOME'"],
  ['a\\', String.raw`'a\\'`],
  ["\\'", String.raw`'\\\''`],
  ['\r\n\t', String.raw`'\r\n\t'`],
  ['\u2028\u0000', String.raw`'\u{2028}\u{0}'`],
])('Bicep gets the text %j as %s', (value, text) => {
  expect(bicepText(value)).toBe(text)
})

test('Bicep writes the trusts of an identity one after another and leaves the identity alone', () => {
  expect(exportTrust('bicep', context).text)
    .toBe(`// Deploy it to the resource group of the identity, which is left as it is.
resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' existing = {
  name: 'id-pay-api'
}

var trusts = [
  {
    name: 'gh-pay-api-production'
    properties: {
      issuer: 'https://token.actions.githubusercontent.com'
      subject: 'repo:contoso/pay-api:environment:production'
      audiences: [
        'api://AzureADTokenExchange'
      ]
    }
  }
]

// One after another: Azure refuses two writes at once on one identity.
@batchSize(1)
resource credentials 'Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials@2024-11-30' = [
  for trust in trusts: {
    parent: identity
    name: trust.name
    properties: trust.properties
  }
]
`)
})

test('Bicep takes an expression with the preview version', () => {
  const { text } = exportTrust('bicep', { ...context, trust: flexible })
  expect(text).toContain("federatedIdentityCredentials@2025-01-31-preview' = [")
  expect(text).toContain(
    `      claimsMatchingExpression: {\n        languageVersion: 1\n        value: ${bicepText(expression)}\n      }`,
  )
  expect(text).not.toContain('subject')
})

test('Bicep finds an application by its uniqueName, which a person gives where it is not known', () => {
  const { text } = exportTrust('bicep', app)
  expect(text).toContain("extension 'br:mcr.microsoft.com/bicep/extensions/microsoftgraph/v1.0:1.0.0'\n")
  expect(text).toContain('param applicationUniqueName string\n')
  expect(text).toContain("    name: '${application.uniqueName}/${trust.name}'\n")
  expect(text).not.toMatch(/description: trust|claimsMatchingExpression/)
  expect(exportTrust('bicep', { ...app, applicationUniqueName: "it's" }).text).toContain(
    String.raw`param applicationUniqueName string = 'it\'s'`,
  )
})

test('Bicep reads with a question mark what only some trusts of an application have', () => {
  const trusts = [{ ...context.trust, description: 'Deploys' }, flexible]
  const { text } = exportTrust('bicep', { ...app, trusts })
  expect(text).toContain('microsoftgraph/beta:1.0.0')
  expect(text).toContain(`    issuer: trust.issuer
    subject: trust.?subject
    claimsMatchingExpression: trust.?claimsMatchingExpression
    audiences: trust.audiences
    description: trust.?description
`)
})
