import { expect, test } from 'vitest'
import { allows } from './action-match.ts'
import { builtInRoles } from './built-in-roles.ts'

const identity = 'Microsoft.ManagedIdentity/userAssignedIdentities'
const credential = `${identity}/federatedIdentityCredentials`

test.each([
  ['Owner', `${credential}/write`, true],
  ['Owner', 'Microsoft.Authorization/roleAssignments/write', true],
  ['Contributor', `${credential}/write`, true],
  ['Contributor', 'microsoft.authorization/roleassignments/WRITE', false],
  ['Contributor', 'Microsoft.Authorization/roleAssignments/delete', false],
  ['Contributor', 'Microsoft.Authorization/roleAssignments/read', true],
  ['Reader', `${credential}/read`, true],
  ['Reader', `${credential}/write`, false],
  ['Reader', `${identity}/assign/action`, false],
  ['User Access Administrator', 'Microsoft.Authorization/roleAssignments/write', true],
  ['User Access Administrator', `${credential}/write`, false],
  ['Role Based Access Control Administrator', 'Microsoft.Authorization/roleAssignments/delete', true],
  ['Role Based Access Control Administrator', 'Microsoft.Authorization/locks/write', false],
  ['Managed Identity Contributor', `${credential}/write`, true],
  ['Managed Identity Contributor', `${identity}/delete`, true],
  ['Managed Identity Contributor', `${identity}/assign/action`, false],
  ['Managed Identity Contributor', 'Microsoft.Resources/subscriptions/resourceGroups/write', false],
  ['Managed Identity Operator', `${identity}/read`, true],
  ['Managed Identity Operator', `${credential}/read`, true],
  ['Managed Identity Operator', `${identity}/assign/action`, true],
  ['Managed Identity Operator', `${credential}/write`, false],
])('%s and %s: %s', (roleName, action, expected) => {
  const role = builtInRoles.find((candidate) => candidate.roleName === roleName)
  expect(role && allows(role, action)).toBe(expected)
})

test('a dot in a pattern stands for itself', () => {
  expect(allows({ actions: ['A.B/*'], notActions: [] }, 'AxB/read')).toBe(false)
})

test.each([
  ['A.B/*/c/action', 'A.B/c/action', true],
  ['A.B/*/c/action', 'a.b/x/y/C/action', true],
  ['A.B/*/c/action', 'A.B/xc/action', false],
  ['A.B/*/c/action', 'A.Bc/action', false],
  ['*/c/*/d', 'A/c/d', true],
  ['*/c/*/d', 'A/c/x/d', true],
  ['*/c/*/d', 'A/cd', false],
  ['A/*', 'A/', true],
  ['A/b?', 'A/bc', false],
])('%s against %s: %s', (pattern, action, expected) => {
  expect(allows({ actions: [pattern], notActions: [] }, action)).toBe(expected)
})

test('a pattern made of stars is answered at once', () => {
  const startedAt = performance.now()
  const grant = { actions: [`${'*a'.repeat(250)}b`], notActions: [] }
  expect(allows(grant, 'a'.repeat(600))).toBe(false)
  expect(performance.now() - startedAt).toBeLessThan(500)
})

test("one role's notActions do not take away what another role gives", () => {
  const grants = [
    { actions: ['*'], notActions: ['*/write'] },
    { actions: ['A/write'], notActions: [] },
  ]
  expect(grants.some((grant) => allows(grant, 'A/write'))).toBe(true)
})
