import { statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { longestSubject } from './seed-resources.ts'
import { firstParty } from './seed-first-party.ts'
import { accounts, portalClient, subscriptions } from './seed.ts'
import { startTestEmulator } from './testing/start-test-emulator.ts'
import { temporaryFolder } from './testing/temporary-folder.ts'

test('the seed is planted once: what was deleted stays deleted', async () => {
  const dataFolder = temporaryFolder()
  const first = await startTestEmulator({ dataFolder })
  const [key = ''] = first.world.store.credentials.entries()[0] ?? []
  const seeded = first.world.store.credentials.list().length
  first.world.store.credentials.delete(key)
  await first.close()
  const again = await startTestEmulator({ dataFolder })
  expect(again.world.store.credentials.get(key)).toBeUndefined()
  expect(again.world.store.credentials.list()).toHaveLength(seeded - 1)
  await again.close()
})

test("the portal's registration follows the settings of each start", async () => {
  const dataFolder = temporaryFolder()
  const portal = {
    clientId: 'portal',
    clientSecret: 'one',
    redirectUris: ['http://localhost/cb'],
    logoutUris: [],
  }
  const first = await startTestEmulator({ dataFolder, settings: { portal } })
  expect(first.world.store.applications.get('portal')?.passwordCredentials).toMatchObject([{ hint: 'one' }])
  await first.close()
  const again = await startTestEmulator({
    dataFolder,
    settings: { portal: { ...portal, clientSecret: 'two' } },
  })
  expect(again.world.store.applications.get('portal')?.passwordCredentials).toMatchObject([{ hint: 'two' }])
  await again.close()
})

test('the portal is an API of its own, for the Azure CLI and for its page in a frame, wherever it is', async () => {
  const { world, close } = await startTestEmulator({
    settings: { portalOrigin: 'https://portal.contoso.com' },
  })
  const { clientId, scope, scopeId } = portalClient
  expect(world.store.applications.get(clientId)).toMatchObject({
    identifierUris: [`api://${clientId}`],
    redirectUris: { spa: ['https://portal.contoso.com/embed/redirect'] },
    api: {
      requestedAccessTokenVersion: 2,
      oauth2PermissionScopes: [{ id: scopeId, value: scope, isEnabled: true }],
      preAuthorizedApplications: [
        { appId: firstParty.azureCli.appId, delegatedPermissionIds: [scopeId] },
        { appId: clientId, delegatedPermissionIds: [scopeId] },
      ],
    },
  })
  await close()
})

test('the seed holds the rights and the odd trusts that tests rely on', async () => {
  const { world, close } = await startTestEmulator()
  const scopesOf = (objectId: string) =>
    world.store.roleAssignments.list().filter(({ principalId }) => principalId === objectId)
  expect(scopesOf(accounts.developer.objectId).map(({ scope }) => scope)).toEqual([
    `/subscriptions/${subscriptions.development.subscriptionId}`,
  ])
  expect(scopesOf(accounts.admin.objectId)).toHaveLength(3)
  expect(scopesOf(accounts.reader.objectId)).toHaveLength(3)
  const credentials = world.store.credentials.list()
  expect(longestSubject).toHaveLength(600)
  expect(credentials.filter(({ subject }) => subject === longestSubject)).toHaveLength(1)
  expect(
    credentials.filter(({ issuer }) => issuer === 'https://token.actions.githubusercontent.com/'),
  ).toHaveLength(1)
  expect(credentials.filter(({ audiences }) => audiences[0]?.startsWith(' '))).toHaveLength(1)
  await close()
})

test('the portal itself reads the whole tenant and changes nothing', async () => {
  const emulator = await startTestEmulator()
  const { tenantId, portal } = emulator.world.settings
  const tokenFor = async (resource: string) => {
    const response = await emulator.fetch(`${emulator.httpsOrigin}/${tenantId}/oauth2/v2.0/token`, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: portal.clientId,
        client_secret: portal.clientSecret,
        scope: `${resource}/.default`,
      }),
    })
    return z.object({ access_token: z.string() }).parse(await response.json()).access_token
  }
  const ask = async (resource: string, method: string, path: string) => {
    const response = await emulator.fetch(`${emulator.httpsOrigin}${path}`, {
      method,
      headers: { authorization: `Bearer ${await tokenFor(resource)}` },
    })
    return response.status
  }
  const graph = 'https://graph.microsoft.com'
  const arm = 'https://management.azure.com'
  const { subscriptionId } = subscriptions.restricted
  const identity = `/subscriptions/${subscriptionId}/resourceGroups/rg-vault/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-vault-rotation?api-version=2024-11-30`
  expect(await ask(graph, 'GET', '/beta/reports/servicePrincipalSignInActivities')).toBe(200)
  expect(await ask(graph, 'GET', '/beta/roleManagement/directory/roleAssignments')).toBe(200)
  expect(await ask(graph, 'POST', '/v1.0/applications')).toBe(403)
  expect(await ask(arm, 'GET', identity)).toBe(200)
  expect(await ask(arm, 'DELETE', identity)).toBe(403)
  await emulator.close()
})

test('only the owner reads state and keys, and anybody who may reach the folder reads the CA', async () => {
  const dataFolder = temporaryFolder()
  const emulator = await startTestEmulator({ dataFolder })
  await emulator.signIn('reader')
  const modeOf = (...path: string[]) => (statSync(join(dataFolder, ...path)).mode & 0o777).toString(8)
  expect([modeOf('state'), modeOf('keys'), modeOf('keys', 'entra.json'), modeOf('ca.pem')]).toEqual([
    '700',
    '700',
    '600',
    '644',
  ])
  await emulator.close()
})
