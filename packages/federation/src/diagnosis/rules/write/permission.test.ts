import { expect, test } from 'vitest'
import { saidOfWrite } from '../../../testing/said-of-write.ts'

const action = 'Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials/write'

test.each([
  [[]],
  [['Microsoft.ManagedIdentity/userAssignedIdentities/*/read']],
  [[{ actions: ['*/read'] }]],
  [[{ actions: ['*'], notActions: ['Microsoft.ManagedIdentity/*'] }]],
])('the rights %j do not suffice for a managed identity', (permissions) => {
  expect(saidOfWrite({ permissions })).toEqual(['write-permission'])
})

test.each([
  [[action.toUpperCase()]],
  [['*']],
  [[{ actions: ['Microsoft.ManagedIdentity/userAssignedIdentities/*'] }]],
  [[{ actions: ['Microsoft.ManagedIdentity/*/write'] }]],
  [[{ actions: ['*'], notActions: ['Microsoft.ManagedIdentity/*'] }, { actions: [action] }]],
])('the rights %j suffice', (permissions) => {
  expect(saidOfWrite({ permissions })).toEqual([])
})

test.each([
  [{ permissions: ['User.Read'] }],
  [{ isOwner: false, directoryRoles: ['Application Developer'] }],
  [{ isOwner: false, directoryRoles: [] }],
])('%j does not suffice for an application', (context) => {
  expect(saidOfWrite(context, { parentKind: 'application' })).toEqual(['write-permission'])
})

test.each([
  [{ permissions: ['Application.ReadWrite.All'], isOwner: true, directoryRoles: [] }],
  [{ isOwner: false, directoryRoles: ['Cloud Application Administrator'] }],
  [{ isOwner: false }],
])('%j suffices for an application', (context) => {
  expect(saidOfWrite(context, { parentKind: 'application' })).toEqual([])
})
