import { expect, test } from 'vitest'
import { rightCluster, rightTrust, tenant } from '../../../testing/said.ts'
import { saidOfWrite } from '../../../testing/said-of-write.ts'

const owners = 'fd1a8e20-2c4f-4a6c-9354-b58d786d9a1f'
const types = '2571b7c3-3056-4a61-b00a-9bc5232234f5'
const clusters = 'ae62c456-33de-4dc8-b100-7ce9028a7d99'
const ids = { ...rightTrust, subject: 'repo:octo-org@1/shop@2:environment:production' }
const deny = (id: string, parameters: Readonly<Record<string, unknown>>) => ({
  policies: [{ id, effect: 'Deny', parameters }],
})

test.each([
  [deny(owners, { allowedRepoOwners: ['octo-org'] }), ids],
  [deny(owners, { allowedRepoOwners: ['contoso'] }), rightTrust],
  [
    deny(owners, { allowedRepoOwners: ['octo-org'] }),
    { ...rightTrust, subject: 'repository_owner_id:1:repository_id:2' },
  ],
  [deny(types, {}), rightTrust],
  [deny(types, { allowFederatedCredentials: true, allowAKS: true }), rightTrust],
  [
    deny(types, { allowFederatedCredentials: true, allowGitHub: true }),
    { ...rightCluster, issuer: 'https://oidc.contoso.com' },
  ],
  [deny(clusters, { allowedLocations: ['westeurope'] }), rightCluster],
  [deny(clusters, { allowedTenants: ['11111111-2222-3333-4444-555555555555'] }), rightCluster],
  [
    deny('x', {
      listOfResourceTypesNotAllowed: [
        'Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials',
      ],
    }),
    rightTrust,
  ],
])('%j refuses %j', (context, draft) => {
  expect(saidOfWrite(context, { draft })).toEqual(['write-blocked-by-policy'])
})

test.each([
  [deny(owners, { allowedRepoOwners: ['Octo-Org'] }), rightTrust],
  [deny(owners, { allowedRepoOwners: ['octo-org@1'] }), ids],
  [deny(owners, { allowedRepoOwners: ['contoso'], allowedRepoExceptions: ['octo-org/shop'] }), rightTrust],
  [deny(owners, { allowedRepoOwners: [] }), rightTrust],
  [deny(owners, { allowedRepoOwners: ['contoso'] }), rightCluster],
  [deny(types, { allowFederatedCredentials: true, allowGitHub: true }), rightTrust],
  [
    deny(types, { allowFederatedCredentials: true, allowedIssuerExceptions: ['https://oidc.contoso.com'] }),
    { ...rightCluster, issuer: 'https://oidc.contoso.com' },
  ],
  [deny(clusters, { allowedLocations: ['eastus'], allowedTenants: [tenant] }), rightCluster],
  [
    { policies: [{ id: owners, effect: 'Audit', parameters: { allowedRepoOwners: ['contoso'] } }] },
    rightTrust,
  ],
  [
    { policies: [{ id: owners, effect: 'Disabled', parameters: { allowedRepoOwners: ['contoso'] } }] },
    rightTrust,
  ],
])('%j lets %j pass', (context, draft) => {
  expect(saidOfWrite(context, { draft })).toEqual([])
})

test('Azure Policy does not see applications', () => {
  expect(saidOfWrite(deny(types, {}), { parentKind: 'application' })).toEqual([])
})
