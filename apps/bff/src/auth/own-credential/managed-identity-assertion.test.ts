import { afterAll, beforeAll, expect, test } from 'vitest'
import { asAutomation } from '../../testing/as-automation.ts'
import { portalFolder } from '../../testing/portal-folder.ts'
import { requestsDuring } from '../../testing/requests-arrived.ts'
import { startEmulator, type TestEmulator } from '../../testing/start-emulator.ts'
import { startPortal, type PortalProcess } from '../../testing/start-portal.ts'
import { submitSignIn } from '../../testing/sign-in-through-emulator.ts'
import { startTestPostgres, type TestPostgres } from '../../testing/test-postgres.ts'
import { trustOnPortal } from '../../testing/trust-on-portal.ts'

// MSAL finds the machine's endpoint once a process, so each machine is a portal of its own.
const folder = portalFolder()
const identities =
  '/subscriptions/3d5a7c10-0001-4e2b-9c4d-a1b2c3d4e501/resourceGroups/rg-pay-dev/providers/Microsoft.ManagedIdentity/userAssignedIdentities'
const identityHeader = 'identity-header-local-only'
let emulator: TestEmulator
let postgres: TestPostgres
const trusted = { clientId: '', principalId: '' }
const other = { clientId: '' }

beforeAll(async () => {
  ;[emulator, postgres] = await Promise.all([startEmulator(), startTestPostgres()])
  Object.assign(trusted, await identity('id-pay-deploy-dev'))
  Object.assign(other, await identity('id-pay-runtime-dev'))
  const issuer = `${emulator.httpsOrigin}/${emulator.tenantId}/v2.0`
  await trustOnPortal(emulator, { name: 'own-identity', issuer, subject: trusted.principalId })
}, 60_000)

afterAll(() => Promise.all([emulator.close(), postgres.close()]))

async function identity(name: string) {
  const path = `${identities}/${name}?api-version=2023-01-31`
  const answer = await asAutomation(emulator, 'management.azure.com', ['GET', path])
  return (answer as { properties: { clientId: string; principalId: string } }).properties
}

const machines = {
  'a virtual machine': () => ({ AZURE_POD_IDENTITY_AUTHORITY_HOST: emulator.browserOrigin }),
  'App Service': () => ({
    IDENTITY_ENDPOINT: `${emulator.browserOrigin}/msi/token`,
    IDENTITY_HEADER: identityHeader,
  }),
}

/** A portal on such a machine. */
async function portalOn(machine: Readonly<Record<string, string>>, clientId: string): Promise<PortalProcess> {
  return await startPortal(folder.path, {
    ...emulator.environment,
    ...machine,
    DATABASE_URL: await postgres.freshDatabase(),
    NODE_EXTRA_CA_CERTS: emulator.caPath,
    CLIENT_SECRET: '',
    CLIENT_ASSERTION: 'managed-identity',
    MANAGED_IDENTITY_CLIENT_ID: clientId,
  })
}

/** Where the browser is sent at the end of a sign-in. */
async function signIn({ origin }: PortalProcess): Promise<string | null> {
  const start = await fetch(`${origin}/auth/sign-in?returnTo=/trusts`, { redirect: 'manual' })
  const location = start.headers.get('location') ?? ''
  if (location.startsWith('/')) return location
  const cookie = start.headers.getSetCookie().map((text) => text.split(';')[0])
  const callback = await submitSignIn(emulator, location, 'developer')
  const end = await fetch(origin + callback.pathname + callback.search, {
    redirect: 'manual',
    headers: { cookie: cookie.join('; ') },
  })
  return end.headers.get('location')
}

async function signInOn(machine: Readonly<Record<string, string>>, clientId: string): Promise<string | null> {
  const portal = await portalOn(machine, clientId)
  try {
    return await signIn(portal)
  } finally {
    await portal.end('SIGTERM')
  }
}

test('a portal on App Service signs people in with the identity it has there, and has no secret', async () => {
  expect(await signInOn(machines['App Service'](), trusted.clientId)).toBe('/trusts')
}, 60_000)

test('a virtual machine is asked for one token, however many people sign in with it', async () => {
  const portal = await portalOn(machines['a virtual machine'](), trusted.clientId)
  const ends: (string | null)[] = []
  const asked = await requestsDuring(emulator, async () => {
    ends.push(...(await Promise.all([signIn(portal), signIn(portal)])))
  })
  await portal.end('SIGTERM')
  expect(ends).toEqual(['/trusts', '/trusts'])
  expect(asked.filter((operation) => operation === 'entra/get-imds-token')).toHaveLength(1)
  expect(asked.filter((operation) => operation === 'entra/post-token')).toHaveLength(2)
}, 60_000)

test('an identity that the registration does not trust is a fault of the portal', async () => {
  const machine = machines['a virtual machine']()
  expect(await signInOn(machine, other.clientId)).toBe('/sign-in-problem?reason=portal-fault')
}, 60_000)

test('a wrong header of App Service is a fault of the portal', async () => {
  const machine = { ...machines['App Service'](), IDENTITY_HEADER: 'another' }
  expect(await signInOn(machine, trusted.clientId)).toBe('/sign-in-problem?reason=portal-fault')
}, 60_000)
