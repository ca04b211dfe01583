import { afterAll, expect, test } from 'vitest'
import { partnerTenant, portalClient } from '../../seed.ts'
import { codeVerifier, entraRequests } from '../../testing/entra-requests.ts'
import { given } from '../../testing/given.ts'
import { startTestEmulator } from '../../testing/start-test-emulator.ts'

const emulator = await startTestEmulator()
afterAll(() => emulator.close())
const { world, httpsOrigin } = emulator
const { code, redeem, token, redirectUri } = entraRequests(emulator)
const portal = given(world.store.applications.get(world.settings.portal.clientId), 'the portal')

const audience = (signInAudience: typeof portal.signInAudience) =>
  world.store.applications.put(portal.appId, { ...portal, signInAudience })
const refresh = async (tenant: string) => {
  const { body } = await redeem(await code())
  return token({ grant_type: 'refresh_token', refresh_token: body.refresh_token }, {}, tenant)
}

test.for<[string, typeof portal.signInAudience, number]>([
  [partnerTenant.tenantId, 'AzureADMyOrg', 700016],
  [partnerTenant.tenantId, 'AzureADMultipleOrgs', 50020],
  ['common', 'AzureADMyOrg', 50194],
  ['organizations', 'AzureADMyOrg', 50194],
])("/%s renews no token of this directory's people for %s", async ([tenant, signInAudience, number]) => {
  audience(signInAudience)
  const { body } = await refresh(tenant)
  expect(body.error_codes).toEqual([number])
  expect(body.access_token).toBeUndefined()
})

test('/organizations renews for an application of several directories', async () => {
  audience('AzureADMultipleOrgs')
  expect((await refresh('organizations')).status).toBe(200)
})

test("another directory's path redeems no code, and the code stays good", async () => {
  audience('AzureADMyOrg')
  const kept = await code()
  const { body } = await token(
    {
      grant_type: 'authorization_code',
      code: kept,
      redirect_uri: redirectUri,
      code_verifier: codeVerifier,
      scope: 'openid https://management.azure.com/user_impersonation',
    },
    {},
    partnerTenant.tenantId,
  )
  expect(body.error_codes).toEqual([700016])
  expect((await redeem(kept)).status).toBe(200)
})

test('an application that was disabled after the sign-in renews nothing', async () => {
  audience('AzureADMyOrg')
  const { body } = await redeem(await code())
  const key = portalClient.servicePrincipalId
  const principal = given(world.store.servicePrincipals.get(key), 'the seed')
  world.store.servicePrincipals.put(key, { ...principal, accountEnabled: false })
  const refused = await token({ grant_type: 'refresh_token', refresh_token: body.refresh_token })
  world.store.servicePrincipals.put(key, principal)
  expect(refused.body.error_codes).toEqual([7000112])
})

test.for(['password', 'urn:ietf:params:oauth:grant-type:saml2-bearer'])(
  "Entra's grant %s is said to be missing here",
  async (grantType) => {
    const { status, body } = await token({ grant_type: grantType, username: 'dana', password: 'guess' })
    expect(status).toBe(501)
    expect(body.error_description).toContain(`NotEmulated: Entra has the grant type '${grantType}'`)
  },
)

test('a correlation id that is no GUID is replaced', async () => {
  const { body } = await token({ grant_type: 'magic' }, { 'client-request-id': '<script>' })
  expect(body.error_description).not.toContain('<script>')
})

test('a form of a hundred thousand parameters is judged at once', async () => {
  const names = Array.from({ length: 100_000 }, (_, index) => index.toString(36))
  const response = await emulator.fetch(`${httpsOrigin}/${world.settings.tenantId}/oauth2/v2.0/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: `${names.join('&')}&grant_type=magic`,
    signal: AbortSignal.timeout(5000),
  })
  expect(await response.json()).toMatchObject({ error_codes: [70003] })
})
