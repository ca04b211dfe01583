import { expect, test } from 'vitest'
import { effectOfRole, missedType, powerOf, powerWords } from './role-effects.ts'
import { scopeWords } from './scope-words.ts'

const subscription = '/subscriptions/11111111-2222-3333-4444-555555555555'
const group = `${subscription}/resourceGroups/rg-pay`
const vault = `${group}/providers/Microsoft.KeyVault/vaults/kv-pay`
const secretsUser = '4633458b-17de-408a-b874-0445c86b69e6'
const contributor = 'b24988ac-6180-42a0-ab88-20f7382dd24c'
const custom = '00000000-1111-4222-8333-444444444444'

function effect(roleId: string, scope: string, roleName: string | null = null): string {
  return effectOfRole({ name: 'id-pay-prod', roleId, roleName, scope, words: scopeWords(scope, []) })
}

test.each([
  [secretsUser, vault, 'id-pay-prod may then read secrets of key vault kv-pay.'],
  [secretsUser.toUpperCase(), group, 'id-pay-prod may then read secrets of every key vault in rg-pay.'],
  [contributor, group, 'id-pay-prod may then create, change and delete everything in rg-pay.'],
  [custom, vault, 'id-pay-prod then has this role on key vault kv-pay.'],
])('the role %s at %s means: %s', (roleId, scope, words) => {
  expect(effect(roleId, scope)).toBe(words)
})

test('a role that is known by its name alone is told by it', () => {
  expect(effect(custom, group, 'Pay Deployer')).toBe('id-pay-prod then has Pay Deployer on rg-pay.')
})

test.each([
  [contributor, 'owner-like'],
  ['18D7D88D-D35E-4FB5-A5C3-7773C20A72D9', 'owner-like'],
  [secretsUser, 'limited'],
  [custom, 'unknown'],
  ['toString', 'unknown'],
])('%s is %s', (roleId, power) => {
  expect(powerOf(roleId)).toBe(power)
  expect(powerWords(roleId) !== null).toBe(power === 'owner-like')
})

test('a role that opens nothing on the named resource is told so', () => {
  const storage = `${group}/providers/Microsoft.Storage/storageAccounts/stpay`
  expect(missedType(secretsUser, storage)).toBe(
    'This role opens nothing on a storage account. It is made for a key vault.',
  )
  expect(effect(secretsUser, storage)).toBe('id-pay-prod may then do nothing more on storage account stpay.')
})

test.each([
  [secretsUser, vault],
  [secretsUser, group],
  [contributor, vault],
  [custom, vault],
])('%s at %s may open something', (roleId, scope) => {
  expect(missedType(roleId, scope)).toBeNull()
})
