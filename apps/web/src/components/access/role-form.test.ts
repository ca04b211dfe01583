import type { RoleAssignment } from '@trustwright/shared-schemas'
import { expect, test } from 'vitest'
import {
  emptyRoleForm,
  heldAlready,
  ownRole,
  RoleForm,
  rolePlan,
  scopeOf,
  type RoleFormValues,
} from './role-form.ts'

const subscriptionId = '11111111-2222-3333-4444-555555555555'
const subscription = `/subscriptions/${subscriptionId}`
const group = `${subscription}/resourceGroups/rg-pay`
const vault = `${group}/providers/Microsoft.KeyVault/vaults/kv-pay`
const secretsUser = '4633458b-17de-408a-b874-0445c86b69e6'
const reader = 'acdd72a7-3385-48ef-bd42-f606fba81ae7'
const contributor = 'b24988ac-6180-42a0-ab88-20f7382dd24c'

const onGroup: RoleFormValues = {
  ...emptyRoleForm,
  task: secretsUser,
  subscriptionId,
  resourceGroup: 'rg-pay',
}
const onResource: RoleFormValues = {
  ...emptyRoleForm,
  task: secretsUser,
  where: 'resource',
  resourceId: vault,
}
const onSubscription: RoleFormValues = { ...onGroup, where: 'subscription', acceptsBroad: true }

test.each([
  ['a resource group', onGroup, group, secretsUser],
  ['a resource', onResource, vault, secretsUser],
  [
    'a resource with white space and a slash around its ID',
    { ...onResource, resourceId: ` ${vault}/\n` },
    vault,
    secretsUser,
  ],
  ['a subscription', onSubscription, subscription, secretsUser],
  ['a role of one’s own', { ...onGroup, task: ownRole, ownRoleId: ` ${reader} ` }, group, reader],
])('the form for %s asks for exactly that', (_, values, scope, roleId) => {
  expect(RoleForm.safeParse(values).error?.issues).toBeUndefined()
  expect(rolePlan(values)).toEqual({ scope, roleId })
})

test.each([
  ['task', { ...onGroup, task: '' }],
  ['ownRoleId', { ...onGroup, task: ownRole, ownRoleId: '', acceptsPower: true }],
  ['ownRoleId', { ...onGroup, task: ownRole, ownRoleId: 'Reader', acceptsPower: true }],
  ['reason', { ...onGroup, task: contributor }],
  ['reason', { ...onGroup, task: contributor, reason: '   ' }],
  ['reason', { ...onGroup, task: contributor, reason: 'a'.repeat(501) }],
  ['reason', { ...onGroup, task: contributor, reason: 'a\u0007b' }],
  ['reason', { ...onGroup, task: ownRole, ownRoleId: contributor }],
  ['acceptsPower', { ...onGroup, task: ownRole, ownRoleId: '00000000-1111-4222-8333-444444444444' }],
  ['acceptsBroad', { ...onSubscription, acceptsBroad: false }],
  ['subscriptionId', { ...onSubscription, subscriptionId: '' }],
  ['resourceGroup', { ...onGroup, resourceGroup: '' }],
  ['resourceId', { ...onResource, resourceId: '  ' }],
  ['resourceId', { ...onResource, resourceId: 'kv-pay' }],
  ['resourceId', { ...onResource, resourceId: 'https://kv-pay.vault.azure.net' }],
  ['resourceId', { ...onResource, resourceId: subscription }],
  ['resourceId', { ...onResource, resourceId: group }],
  ['resourceId', { ...onResource, resourceId: `${group}/providers/Microsoft.KeyVault/vaults` }],
  ['resourceId', { ...onResource, resourceId: '/providers/Microsoft.Management/managementGroups/contoso' }],
  ['resourceId', { ...onResource, resourceId: `${vault}/../kv-other` }],
  ['resourceId', { ...onResource, resourceId: `${vault}?x=1` }],
])('a wrong %s is refused at its field: %j', (field, values) => {
  const result = RoleForm.safeParse(values)
  expect(new Set(result.error?.issues.map(({ path }) => path[0]))).toEqual(new Set([field]))
})

test('an owner-like role carries its reason, and no other role carries one', () => {
  const reason = ' It deploys every template of the group. '
  expect(rolePlan({ ...onGroup, task: contributor, reason })).toEqual({
    scope: group,
    roleId: contributor,
    reason: 'It deploys every template of the group.',
  })
  expect(rolePlan({ ...onGroup, reason })).toEqual({ scope: group, roleId: secretsUser })
})

test('a task whose role has no words here yet needs no tick', () => {
  expect(RoleForm.safeParse({ ...onGroup, task: '00000000-1111-4222-8333-444444444444' }).success).toBe(true)
})

test('what is half typed for another kind of scope is no error', () => {
  expect(RoleForm.safeParse({ ...onGroup, resourceId: 'kv-' }).success).toBe(true)
})

test.each([
  { ...onGroup, resourceGroup: '' },
  { ...onSubscription, subscriptionId: '' },
  { ...onResource, resourceId: group },
])('while the scope is not whole, there is none: %j', (values) => {
  expect(scopeOf(values)).toBeNull()
})

const held: RoleAssignment = {
  assignmentId: `${group}/providers/Microsoft.Authorization/roleAssignments/a`,
  scope: group,
  scopeKind: 'resource-group',
  roleDefinitionId: `${subscription}/providers/Microsoft.Authorization/roleDefinitions/${secretsUser}`,
  roleName: 'Key Vault Secrets User',
  ownerLike: false,
  broad: false,
  direct: true,
  conditioned: false,
}

test('the same role at the same scope is found whatever its letters', () => {
  expect(heldAlready([held], { scope: group.toLowerCase(), roleId: secretsUser.toUpperCase() })).toBe(held)
})

test.each([
  ['at another scope', held, { scope: vault, roleId: secretsUser }],
  ['of another kind', held, { scope: group, roleId: contributor }],
  ['of a group', { ...held, direct: false }, { scope: group, roleId: secretsUser }],
] as const)('a role %s is another one', (_, assignment, wanted) => {
  expect(heldAlready([assignment], wanted)).toBeNull()
})
