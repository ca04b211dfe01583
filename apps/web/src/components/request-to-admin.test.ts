import { expect, test } from 'vitest'
import { isOfDirectory, requestToAdmin } from './request-to-admin.ts'

const scope = '/subscriptions/3d5a7c10/resourceGroups/rg-pay'
const role = 'Managed Identity Contributor'
const dana = { objectId: '3d5a7c10-0000-4000-8000-000000000001', username: 'dana@contoso.example' }
const credentials = 'microsoft.directory/applications/credentials/update'
const onApplication = {
  action: credentials,
  role: 'Cloud Application Administrator',
  scope: '/applications/11111111-2222-3333-4444-555555555555',
  permission: 'Application.ReadWrite.All',
}

test.each([
  ['Microsoft.ManagedIdentity/userAssignedIdentities/write', 'to create managed identities.'],
  ['Microsoft.Resources/subscriptions/resourceGroups/write', 'to create resource groups.'],
  ['Microsoft.Authorization/roleAssignments/write', 'to give identities access.'],
  ['Microsoft.Authorization/roleAssignments/delete', 'to take access away from identities.'],
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

test('the command names the person who asks by object ID, so that it can be run as it stands', () => {
  const text = requestToAdmin({ action: null, role, scope }, dana)
  expect(text).toContain(
    `az role assignment create --assignee-object-id ${dana.objectId} --assignee-principal-type User --role "${role}" --scope "${scope}"`,
  )
  expect(text).toContain('Account: dana@contoso.example')
  expect(text).not.toContain('<')
})

test('who may not change an application asks to be its owner or for the directory role, never for consent', () => {
  const text = requestToAdmin({ ...onApplication, permissionGranted: true }, dana)
  expect(text).toContain(
    `az ad app owner add --id 11111111-2222-3333-4444-555555555555 --owner-object-id ${dana.objectId}`,
  )
  expect(text).toContain('the directory role Cloud Application Administrator')
  expect(text).toContain(`Action: ${credentials}`)
  expect(text).not.toMatch(/consent|az role assignment/)
})

test('where the portal lacks the Graph permission too, its consent is asked for first', () => {
  const [first, ...others] = requestToAdmin({ ...onApplication, permissionGranted: false }, dana).split('\n')
  expect(first).toContain(
    'the delegated Microsoft Graph permission Application.ReadWrite.All, with admin consent',
  )
  expect(others.join('\n')).toContain('make me an owner')
})

test('an owner asks for the consent alone', () => {
  const text = requestToAdmin({ ...onApplication, permissionGranted: false, because: 'owner' }, dana)
  expect(text).toContain('with admin consent')
  expect(text).not.toMatch(/make me an owner|directory role/)
})

test('without the consent nobody asks for a role that everybody may have by default', () => {
  const missing = { ...onApplication, scope: '/', permissionGranted: false, because: null }
  expect(requestToAdmin(missing, dana)).not.toMatch(/directory role/)
})

test('a refusal of Graph for want of consent asks for that alone', () => {
  const missing = { action: 'Application.Read.All', role: null, scope: 'Microsoft Graph' }
  const text = requestToAdmin(missing, dana)
  expect(text).toContain('permission Application.Read.All, with admin consent')
  expect(text).not.toMatch(/owner|directory role|az /)
})

test('who may not register applications asks for the directory role', () => {
  const action = 'microsoft.directory/applications/createAsOwner'
  const text = requestToAdmin({ action, role: 'Application Developer', scope: '/' })
  expect(text).toContain('I need the directory role Application Developer to register applications.')
  expect(text).not.toContain('az ')
})

test.each([
  [{ action: 'Microsoft.X/y/write', role, scope }, false],
  [{ action: null, role: null, scope: null }, false],
  [{ action: credentials, role: null, scope: null }, true],
  [{ action: 'Application.Read.All', role: null, scope: 'Microsoft Graph' }, true],
  [onApplication, true],
])('%j is of the directory: %s', (missing, answer) => {
  expect(isOfDirectory(missing)).toBe(answer)
})
