import { expect, test } from 'vitest'
import { requestToAdmin } from './request-to-admin.ts'

const scope = '/subscriptions/3d5a7c10/resourceGroups/rg-pay'
const role = 'Managed Identity Contributor'

test.each([
  ['Microsoft.ManagedIdentity/userAssignedIdentities/write', 'to create managed identities.'],
  ['Microsoft.Resources/subscriptions/resourceGroups/write', 'to create resource groups.'],
  [
    'Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials/write',
    'to manage federated identity credentials.',
  ],
  [null, 'to manage federated identity credentials.'],
])('the request for %s says what the right is for', (action, purpose) => {
  expect(requestToAdmin({ action, role, scope }).split('\n')[0]).toBe(
    `I need ${role} on this scope ${purpose}`,
  )
})

test('without a known role the request asks for one that carries the action, and gives no command', () => {
  const text = requestToAdmin({ action: 'Microsoft.X/y/write', role: null, scope })
  expect(text).toContain('I need a role that carries the action below on this scope')
  expect(text).not.toContain('az role assignment')
})
