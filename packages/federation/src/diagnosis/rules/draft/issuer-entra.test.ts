import { expect, test } from 'vitest'
import { entraIssuer, saidOf, tenant } from '../../../testing/said.ts'

const principal = '9be41c07-5d28-4f3a-b6e9-70c8d2a4f153'

test.each([
  ['https://login.microsoftonline.com/common/v2.0', 'issuer-common'],
  ['https://login.microsoftonline.com/organizations/v2.0', 'issuer-common'],
  ['https://login.microsoftonline.com/contoso.onmicrosoft.com/v2.0', 'issuer-common'],
  [`https://login.microsoftonline.com/${tenant}`, 'issuer-entra-version'],
  [`https://sts.windows.net/${tenant}/`, 'issuer-entra-version'],
  [`https://login.microsoftonline.us/${tenant}/v2.0`, 'cross-cloud'],
  ['https://login.microsoftonline.com/11111111-2222-3333-4444-555555555555/v2.0', 'issuer-other-tenant'],
])('%s is told as %s', (issuer, code) => {
  expect(saidOf({ issuer, subject: principal }, { tenantId: tenant })).toContain(code)
})

test.each([
  [{ subject: principal }, { facts: { entra: { subjectIsManagedIdentity: false } } }],
  [{ subject: 'mona@contoso.com' }, {}],
  [{ subject: principal }, { parentKind: 'managedIdentity' }],
] as const)('%j with %j is a caller that Entra refuses', (change, context) => {
  expect(saidOf({ issuer: entraIssuer, ...change }, context)).toContain('entra-token')
})

test.each([
  [
    { issuer: entraIssuer, subject: principal },
    { parentKind: 'application', tenantId: tenant },
  ],
  [{ issuer: entraIssuer, subject: principal }, { facts: { entra: { subjectIsManagedIdentity: true } } }],
  [
    {
      issuer: `https://login.microsoftonline.us/${tenant}/v2.0`,
      subject: principal,
      audiences: ['api://AzureADTokenExchangeUSGov'],
    },
    { cloud: 'usgov' },
  ],
] as const)('%j with %j is a managed identity in its place', (change, context) => {
  expect(saidOf(change, context)).toEqual([])
})
