import { afterAll, beforeEach, expect, test } from 'vitest'
import { findResource } from '../../kernel/resources.ts'
import { accounts, apiClient, automationClient, spaClient } from '../../seed.ts'
import { firstParty } from '../../seed-first-party.ts'
import { given } from '../../testing/given.ts'
import { startTestEmulator } from '../../testing/start-test-emulator.ts'
import { consentedScopes } from './consent.ts'

const emulator = await startTestEmulator()
afterAll(() => emulator.close())
const { world } = emulator
const dana = accounts.developer.objectId
const azureCli = firstParty.azureCli.appId

const scopesOf = (resource: string, clientId: string, userObjectId: string = dana) =>
  consentedScopes(world, given(findResource(resource, world), 'the resource'), clientId, userObjectId)

function grant(principalId: string | null, scope: string) {
  world.store.permissionGrants.put('one', {
    id: 'one',
    clientId: automationClient.servicePrincipalId,
    consentType: principalId === null ? 'AllPrincipals' : 'Principal',
    principalId,
    resourceId: firstParty.graph.servicePrincipalId,
    scope,
  })
}

beforeEach(() => {
  world.store.permissionGrants.delete('one')
})

test('a client without consent holds nothing', () => {
  expect(scopesOf('https://graph.microsoft.com', automationClient.clientId)).toEqual([])
  expect(scopesOf('https://management.azure.com', automationClient.clientId)).toEqual([])
})

test("one person's consent is not another's, and an administrator's is everybody's", () => {
  grant(dana, 'User.Read Made.Up')
  expect(scopesOf('https://graph.microsoft.com', automationClient.clientId)).toEqual(['User.Read'])
  expect(
    scopesOf('https://graph.microsoft.com', automationClient.clientId, accounts.reader.objectId),
  ).toEqual([])
  grant(null, 'User.Read')
  expect(
    scopesOf('https://graph.microsoft.com', automationClient.clientId, accounts.reader.objectId),
  ).toEqual(['User.Read'])
})

test('consent for Graph is none for ARM', () => {
  grant(null, 'User.Read user_impersonation')
  expect(scopesOf('https://management.azure.com', automationClient.clientId)).toEqual([])
})

test('what an API pre-authorises needs no consent', () => {
  expect(scopesOf(apiClient.identifierUri, spaClient.clientId)).toEqual([apiClient.scope])
  expect(scopesOf(apiClient.identifierUri, automationClient.clientId)).toEqual([])
})

test("Azure CLI needs no consent for ARM and Graph, and has none for other people's APIs", () => {
  expect(scopesOf('https://management.core.windows.net/', azureCli)).toEqual(['user_impersonation'])
  expect(scopesOf('https://graph.microsoft.com', azureCli)).toContain('Application.ReadWrite.All')
  expect(scopesOf(emulator.httpsOrigin, azureCli)).toEqual(
    expect.arrayContaining(['user_impersonation', 'Application.ReadWrite.All']),
  )
  expect(scopesOf(apiClient.identifierUri, azureCli)).toEqual([])
})
