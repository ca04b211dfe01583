import { expect, test } from 'vitest'
import { saidOf } from '../../../testing/said.ts'

test.each([
  { name: 'azurekeyvaultsecretsprovider-shop', resourceGroup: 'MC_rg_shop_eastus' },
  { name: 'shop-agentpool', resourceGroup: 'MC_rg_shop_eastus' },
  { name: 'omsagent-shop' },
  { name: 'anything', resourceGroup: 'mc_rg_shop_eastus' },
])('%j belongs to the platform', (parent) => {
  expect(saidOf({}, { facts: { parent } })).toEqual(['identity-of-platform'])
})

test.each([
  { name: 'id-shop', resourceGroup: 'rg-shop' },
  { name: 'shop-keyvault', resourceGroup: 'shop_MC_rg' },
])('%j belongs to a person', (parent) => {
  expect(saidOf({}, { facts: { parent } })).toEqual([])
})
