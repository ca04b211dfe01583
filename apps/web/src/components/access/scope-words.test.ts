import { expect, test } from 'vitest'
import { readScope, scopeWords } from './scope-words.ts'

const id = '11111111-2222-3333-4444-555555555555'
const subscription = `/subscriptions/${id}`
const group = `${subscription}/resourceGroups/rg-pay`
const known = [
  { subscriptionId: id.toUpperCase(), displayName: 'Contoso Production', state: 'Enabled', tenantId: null },
]

test.each([
  ['/', 'Everything in the tenant', ''],
  ['/providers/Microsoft.Management/managementGroups/contoso', 'Management group contoso', ''],
  [subscription, 'Contoso Production', ''],
  [group, 'rg-pay', 'in Contoso Production'],
  [group.replace('resourceGroups', 'resourcegroups'), 'rg-pay', 'in Contoso Production'],
  [
    `${group}/providers/Microsoft.KeyVault/vaults/kv-pay`,
    'key vault kv-pay',
    'in rg-pay, Contoso Production',
  ],
  [
    `${group}/providers/Microsoft.Storage/storageAccounts/stpay/blobServices/default/containers/in`,
    'storage container stpay/in',
    'in rg-pay, Contoso Production',
  ],
  [
    `${group}/providers/Microsoft.Unheard/things/one`,
    'microsoft.unheard/things one',
    'in rg-pay, Contoso Production',
  ],
  [
    `${group}/providers/Microsoft.Sql/servers/sql/providers/Microsoft.KeyVault/vaults/kv`,
    'key vault kv',
    'in rg-pay, Contoso Production',
  ],
  [`${subscription}/providers/Microsoft.KeyVault/vaults/kv`, 'key vault kv', 'in Contoso Production'],
  ['/subscriptions/unreadable/resourceGroups/rg', 'rg', 'in unreadable'],
  ['no resource ID', 'resource no resource ID', ''],
])('the scope %s reads as “%s” %s', (scope, name, place) => {
  expect(scopeWords(scope, known)).toEqual({ name, place })
})

test('the type of a resource is told in small letters, with every level', () => {
  expect(readScope(`${group}/providers/Microsoft.KeyVault/vaults/kv/secrets/s`)).toEqual({
    kind: 'resource',
    subscriptionId: id,
    resourceGroup: 'rg-pay',
    type: 'microsoft.keyvault/vaults/secrets',
    name: 'kv/s',
  })
})
