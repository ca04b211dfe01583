import { decodeJwt } from 'jose'
import { afterAll, expect, test } from 'vitest'
import { accounts, portalClient } from '../../seed.ts'
import { entraRequests } from '../../testing/entra-requests.ts'
import { startTestEmulator } from '../../testing/start-test-emulator.ts'

const emulator = await startTestEmulator()
afterAll(() => emulator.close())
const { world } = emulator
const { signIn, redeem } = entraRequests(emulator)

async function rolesOf(person: { username: string; password: string }) {
  const response = await signIn({}, person)
  const code = new URL(response.headers.get('location') ?? '').searchParams.get('code') ?? ''
  const { body } = await redeem(code)
  return {
    idToken: decodeJwt(body.id_token ?? '').roles,
    accessToken: decodeJwt(body.access_token ?? '').roles,
  }
}

function assign(principalId: string, principalType: 'User' | 'Group'): void {
  world.store.appRoleAssignments.put(principalId, {
    id: principalId,
    appRoleId: portalClient.adminRoleId,
    principalId,
    principalType,
    resourceId: portalClient.servicePrincipalId,
    createdAt: world.clock.now(),
  })
}

test('only who was assigned the role finds it in the id token, and never in a token for ARM', async () => {
  expect(await rolesOf(accounts.admin)).toEqual({
    idToken: [portalClient.adminRole],
    accessToken: undefined,
  })
  for (const person of [accounts.developer, accounts.reader]) {
    expect(await rolesOf(person)).toEqual({ idToken: undefined, accessToken: undefined })
  }
})

test('a role given to a group is its members', async () => {
  world.store.groups.put('reviewers', {
    objectId: 'reviewers',
    displayName: 'Reviewers',
    mailNickname: 'reviewers',
    memberIds: [accounts.reader.objectId],
    createdAt: world.clock.now(),
  })
  assign('reviewers', 'Group')
  expect((await rolesOf(accounts.reader)).idToken).toEqual([portalClient.adminRole])
  world.store.appRoleAssignments.delete('reviewers')
})

test('a role that was switched off is nobody’s any more', async () => {
  const application = world.store.applications.get(portalClient.clientId)
  if (!application) throw new Error('the portal is not registered')
  const appRoles = application.appRoles.map((role) => ({ ...role, isEnabled: false }))
  world.store.applications.put(application.appId, { ...application, appRoles })
  expect((await rolesOf(accounts.admin)).idToken).toBeUndefined()
  world.store.applications.put(application.appId, application)
})

test('a token for the application itself carries the role beside its scopes', async () => {
  const application = world.store.applications.get(portalClient.clientId)
  if (!application) throw new Error('the portal is not registered')
  world.store.applications.put(application.appId, {
    ...application,
    api: {
      ...application.api,
      oauth2PermissionScopes: [
        {
          id: '0c8f3d52-8e1b-4b1e-9a43-1f6e5d7c8b90',
          value: 'access',
          type: 'User',
          isEnabled: true,
          adminConsentDisplayName: 'Use the portal',
          adminConsentDescription: 'Use the portal.',
          userConsentDisplayName: null,
          userConsentDescription: null,
        },
      ],
    },
  })
  const token = await emulator.signIn('admin', `${portalClient.clientId}/access`).catch(String)
  world.store.applications.put(application.appId, application)
  expect(token).not.toContain('answered')
  expect(decodeJwt(token)).toMatchObject({ scp: 'access', roles: [portalClient.adminRole] })
})
