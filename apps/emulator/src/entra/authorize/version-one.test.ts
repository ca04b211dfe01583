import { decodeJwt } from 'jose'
import { afterAll, expect, test } from 'vitest'
import { z } from 'zod'
import { accounts } from '../../seed.ts'
import { given } from '../../testing/given.ts'
import { startTestEmulator } from '../../testing/start-test-emulator.ts'
import { testBrowser } from '../../testing/test-browser.ts'

const emulator = await startTestEmulator()
afterAll(() => emulator.close())
const { browserOrigin, httpsOrigin, world } = emulator
const { tenantId, portal } = world.settings
const redirectUri = given(portal.redirectUris[0], 'a redirect address')
const resource = 'https://management.core.windows.net/'

const reply = z.object({ access_token: z.string(), refresh_token: z.string(), expires_on: z.string() })

test('the endpoints of version 1.0 take a resource in place of scopes, and end the session too', async () => {
  const browser = testBrowser(emulator)
  const query = new URLSearchParams({
    client_id: portal.clientId,
    redirect_uri: redirectUri,
    response_type: 'code',
    resource,
  })
  const address = `${browserOrigin}/${tenantId}/oauth2/authorize?${query.toString()}`
  const stop = await browser.submit(await browser.open(address), `value="${accounts.reader.username}"`)
  const response = await emulator.fetch(`${httpsOrigin}/${tenantId}/oauth2/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      client_id: portal.clientId,
      client_secret: portal.clientSecret,
      redirect_uri: redirectUri,
      code: given(stop.leftTo?.searchParams.get('code'), 'a code'),
      resource,
    }),
  })
  const { access_token: accessToken } = reply.parse(await response.json())
  expect(decodeJwt(accessToken)).toMatchObject({ aud: resource, scp: 'user_impersonation', ver: '1.0' })
  const signedOut = await browser.open(`${browserOrigin}/${tenantId}/oauth2/logout`)
  expect(signedOut.text).toContain('You signed out of your account')
  expect((await browser.open(address)).text).toContain('Choose an account')
})

test("GET on the token endpoint is refused in Entra's words", async () => {
  const response = await emulator.fetch(`${httpsOrigin}/${tenantId}/oauth2/v2.0/token`)
  expect(response.status).toBe(400)
  expect(await response.json()).toMatchObject({
    error_codes: [900561],
    error_description: expect.stringContaining(
      'AADSTS900561: The endpoint only accepts POST, OPTIONS requests. Received a GET request.',
    ),
  })
})
