import { expect, test } from 'vitest'
import { mayTry } from './may-try.ts'

const ofApplication = {
  action: 'microsoft.directory/applications/credentials/update',
  role: 'Cloud Application Administrator',
  scope: '/applications/6f1d3b52-2d7c-4a8e-9b1f-0a4c5d6e7f80',
  permission: 'Application.ReadWrite.All',
  because: null,
}
const ofAzure = {
  action: 'Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials/write',
  role: 'Managed Identity Contributor',
  scope: '/subscriptions/3d5a7c10-0001-4e2b-9c4d-a1b2c3d4e501/resourceGroups/rg-pay',
}

test('a role that ARM does not tell stands in the way', () => {
  expect(mayTry({ ...ofAzure, allowed: false })).toBe(false)
})

test('a Graph permission that the portal was not given stands in the way', () => {
  expect(mayTry({ ...ofApplication, permissionGranted: false, allowed: false })).toBe(false)
})

test('a directory role that the portal cannot see is for Graph to judge', () => {
  expect(mayTry({ ...ofApplication, permissionGranted: true, allowed: false })).toBe(true)
})

test('what is not known stands in nobody’s way', () => {
  expect(mayTry({ ...ofApplication, permissionGranted: true, allowed: null })).toBe(true)
})
