import { existsSync, readFileSync } from 'node:fs'
import { accounts } from '@trustwright/emulator/seed'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Azure, mint, openAzure } from './azure.ts'
import { pageScript, until } from './page-script.ts'
import { makeGroup, makeIdentity } from './parents.ts'
import { openShell, type Shell } from './run-azure-cli.ts'
import { portalOrigin, register, registerAtTerminal } from './run-registration.ts'
import { sendOk } from './send.ts'
import { signInToCli } from './sign-in-to-cli.ts'
import { type RunningPortal, signInAt, startPortal } from './start-portal.ts'

// One registration, which goes from one credential over to the next: each test goes on where the one before ended.
const patience = 240_000
const group = 'rg-portal'
const oldAddress = 'https://old.contoso.com/auth/callback'
let azure: Azure
/** Of who may register. */
let shell: Shell
/** Of people. */
let person: Shell
let appId = ''
/** In a pod: it keeps no secret, and takes tokens of scripts. */
let podPortal: RunningPortal

beforeAll(async () => {
  azure = await openAzure()
  ;[shell, person] = await Promise.all([openShell(azure, 'automation'), openShell(azure, 'nobody')])
})
afterAll(async () => {
  shell.close()
  person.close()
  await podPortal.close()
  await azure.close()
})

interface Registration {
  id: string
  keyCredentials: { displayName: string }[]
}

const request = <T>(method: string, path: string, body?: unknown) =>
  sendOk<T>(method, `${azure.httpsOrigin}/v1.0/${path}`, { token: azure.graphToken, body })
const registration = () => request<Registration>('GET', `applications(appId='${appId}')`)
const consents = () =>
  request<{ value: { scope: string }[] }>('GET', 'oauth2PermissionGrants').then(({ value }) => value)

/** Signs a person in at the portal: where they end, and what the API then answers. */
async function signInTo(portal: RunningPortal) {
  const { location, cookie } = await signInAt(portal, accounts.developer)
  const headers = { cookie, 'x-trustwright': '1', 'sec-fetch-site': 'same-origin' }
  const listed = await fetch(`${portal.origin}/api/subscriptions`, { headers })
  return { location, status: listed.status }
}
const signedIn = { location: '/trusts', status: 200 }

async function signInWith(variables: Readonly<Record<string, string>>) {
  const portal = await startPortal(azure, variables)
  try {
    return await signInTo(portal)
  } finally {
    await portal.close()
  }
}

test(
  'with a certificate the script registers everything, and the portal signs people in with what it prints',
  async () => {
    const file = shell.path('portal.pem')
    const { variables, told } = await register(shell, azure, certificate())
    expect(Object.keys(variables)).toEqual([
      'PORTAL_ORIGIN',
      'CLOUD',
      'TENANT_ID',
      'CLIENT_ID',
      'CLIENT_CERTIFICATE_PATH',
    ])
    appId = variables.CLIENT_ID ?? ''
    expect(await registration()).toMatchObject({
      displayName: 'Trustwright',
      identifierUris: [`api://${appId}`],
      web: { redirectUris: [`${portalOrigin}/auth/callback`, `${portalOrigin}/`] },
      spa: { redirectUris: [`${portalOrigin}/embed/redirect`] },
      appRoles: [expect.objectContaining({ value: 'Trustwright.Admin', allowedMemberTypes: ['User'] })],
      api: {
        requestedAccessTokenVersion: 2,
        oauth2PermissionScopes: [expect.objectContaining({ value: 'access_as_user', isEnabled: true })],
        preAuthorizedApplications: [
          expect.objectContaining({ appId: '04b07795-8ddb-461a-bbee-02f9e1bf7b46' }),
          expect.objectContaining({ appId }),
        ],
      },
    })
    expect(told).toContain('Trustwright (trustwright) is not registered yet')
    expect(told.indexOf('This will be written:')).toBeLessThan(told.indexOf('· Registration Trustwright'))
    const [, key = ''] = /PRIVATE KEY-----\s+(\S+)/.exec(readFileSync(file, 'utf8')) ?? []
    expect(key.length).toBeGreaterThan(30)
    expect(told + JSON.stringify(variables)).not.toContain(key)
    expect(await signInWith(variables)).toEqual(signedIn)
  },
  patience,
)

const certificate = () => ({ CREDENTIAL: 'certificate', CERTIFICATE_FILE: shell.path('portal.pem') })

test(
  'a second run with the same settings changes nothing',
  async () => {
    const before = { registration: await registration(), consents: await consents() }
    const { variables, told } = await register(shell, azure, certificate())
    expect(variables.CLIENT_ID).toBe(appId)
    expect(told).toContain(`is registered as ${appId}: it is brought up to date`)
    expect(told).not.toContain('will be removed')
    expect({ registration: await registration(), consents: await consents() }).toEqual(before)
  },
  patience,
)

test(
  'at a terminal it asks, names what it would remove, and writes nothing without a yes',
  async () => {
    const { id } = await registration()
    const web = { redirectUris: [oldAddress, `${portalOrigin}/auth/callback`] }
    await request('PATCH', `applications/${id}`, { web })
    const before = await registration()
    const removed = new RegExp(`will be removed[^\n]+\n${oldAddress}\\s+No role`)
    const answered = registerAtTerminal(shell, azure, certificate(), 'no')
    await expect(answered).rejects.toThrow(removed)
    await expect(answered).rejects.toThrow('Nothing was written.')
    expect(await registration()).toEqual(before)
  },
  patience,
)

test(
  'who may not register is told which right it takes, at once, and nothing is written',
  async () => {
    await signInToCli(person, azure, accounts.developer)
    const before = await registration()
    const settings = { CREDENTIAL: 'certificate', CERTIFICATE_FILE: person.path('portal.pem') }
    const answered = registerAtTerminal(person, azure, settings, 'yes')
    await expect(answered).rejects.toThrow('it takes the directory role Application Administrator')
    await expect(answered).rejects.toThrow('Nothing was written.')
    expect(await registration()).toEqual(before)
    expect(existsSync(settings.CERTIFICATE_FILE)).toBe(false)
  },
  patience,
)

test('a permission that Graph does not have is named, and nothing is registered', async () => {
  const settings = {
    CREDENTIAL: 'kubernetes',
    KUBERNETES_ISSUER: 'https://k8s.contoso.example',
    KUBERNETES_SERVICE_ACCOUNT: 'portal:portal',
    UNIQUE_NAME: 'never',
    GRAPH_PERMISSIONS: 'User.Read Application.Reed',
  }
  await expect(register(shell, azure, settings)).rejects.toThrow(
    'has no delegated permission Application.Reed',
  )
  const { value } = await request<{ value: unknown[] }>('GET', "applications?$filter=uniqueName eq 'never'")
  expect(value).toEqual([])
})

test(
  'with a pod the registration trusts its service account and no old one, and the portal has no secret',
  async () => {
    const job = { namespace: 'portal', serviceAccount: 'portal' }
    const { token, claims } = await mint(azure, 'cluster', job)
    const trusts = `applications(appId='${appId}')/federatedIdentityCredentials`
    const subject = 'system:serviceaccount:portal:portal'
    const old = { name: 'own-kubernetes', issuer: claims.iss, subject: `${subject}-old`, audiences: ['x'] }
    await request('POST', trusts, old)
    const { variables } = await register(shell, azure, {
      CREDENTIAL: 'kubernetes',
      KUBERNETES_ISSUER: String(claims.iss),
      KUBERNETES_SERVICE_ACCOUNT: 'portal:portal',
      CONSENT: 'no',
    })
    const { value } = await request<{ value: unknown[] }>('GET', trusts)
    expect(value).toEqual([
      expect.objectContaining({
        name: 'own-kubernetes',
        issuer: claims.iss,
        subject,
        audiences: ['api://AzureADTokenExchange'],
      }),
    ])
    expect(JSON.stringify(await registration())).not.toContain(oldAddress)
    const machine = { AZURE_FEDERATED_TOKEN_FILE: shell.file('azure-identity-token', token) }
    podPortal = await startPortal(azure, { ...variables, ...machine })
    expect(await signInTo(podPortal)).toEqual(signedIn)
  },
  patience,
)

test(
  'with a managed identity the registration trusts it, and the portal has no secret',
  async () => {
    await makeGroup(azure, group)
    await makeIdentity(azure, group, 'id-portal')
    const { subscriptionId, browserOrigin } = azure
    const { variables } = await register(shell, azure, {
      CREDENTIAL: 'managed-identity',
      MANAGED_IDENTITY: `/subscriptions/${subscriptionId}/resourceGroups/${group}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-portal`,
      CONSENT: 'no',
    })
    expect(Object.keys(variables).slice(4)).toEqual(['CLIENT_ASSERTION', 'MANAGED_IDENTITY_CLIENT_ID'])
    const machine = { AZURE_POD_IDENTITY_AUTHORITY_HOST: browserOrigin }
    expect(await signInWith({ ...variables, ...machine })).toEqual(signedIn)
  },
  patience,
)

const identity = { resourceGroup: 'rg-pay-dev', identityName: 'id-pay-runtime-dev' }
const page = () =>
  pageScript({
    portal: podPortal.origin,
    clientId: appId,
    subscriptionId: azure.subscriptionId,
    ...identity,
  })

async function stored(): Promise<string[]> {
  const { httpsOrigin, subscriptionId, armToken: token } = azure
  const path = `/subscriptions/${subscriptionId}/resourceGroups/${identity.resourceGroup}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/${identity.identityName}/federatedIdentityCredentials`
  const address = `${httpsOrigin}${path}?api-version=2023-01-31`
  const { value } = await sendOk<{ value: { name: string }[] }>('GET', address, { token })
  return value.map(({ name }) => name).toSorted()
}

test(
  'the script of the page lists, stores and deletes a trust with a token of az, and nobody is asked to consent',
  async () => {
    const before = await stored()
    const printed = await person.run(until(page(), '# Delete it'))
    for (const name of before) expect(printed).toContain(`${name}\thttps://`)
    expect(await stored()).toEqual([...before, 'octo-prod'].toSorted())
    await person.run(page().replace(/^# A new one\n[\s\S]*?^JSON\n/m, ''))
    expect(await stored()).toEqual(before)
  },
  patience,
)

test(
  'a token of an application is refused by the page, whatever it may do in Azure',
  async () => {
    const asApplication = until(page(), '# A new one').replace('/access_as_user"', '/.default"')
    await expect(shell.run(asApplication)).rejects.toThrow('"code":"TOKEN_REFUSED"')
  },
  patience,
)

test(
  'who may only read is refused in words of the portal, and nothing is stored',
  async () => {
    const before = await stored()
    await signInToCli(person, azure, accounts.reader)
    await expect(person.run(until(page(), '# Delete it'))).rejects.toThrow('"code":"FORBIDDEN"')
    expect(await stored()).toEqual(before)
  },
  patience,
)
