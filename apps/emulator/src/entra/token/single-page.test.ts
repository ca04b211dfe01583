import { decodeJwt } from 'jose'
import { afterAll, expect, test } from 'vitest'
import { accounts, cliClient, spaClient } from '../../seed.ts'
import { entraRequests } from '../../testing/entra-requests.ts'
import { given } from '../../testing/given.ts'
import { startTestEmulator } from '../../testing/start-test-emulator.ts'
import { testClock } from '../../testing/test-clock.ts'

const clock = testClock()
const emulator = await startTestEmulator({ clock })
afterAll(() => emulator.close())
const { httpsOrigin, world } = emulator
const { authorizeAddress, signIn, token, redeem, code } = entraRequests(emulator)
const page = 'http://localhost:5173'
const redirectUri = `${page}/redirect`
const client = { client_id: spaClient.clientId, redirect_uri: redirectUri }
const proof = { client_id: spaClient.clientId, client_secret: undefined }
const armScope = 'https://management.azure.com/user_impersonation'

async function redeemFromPage(headers: Record<string, string> = { origin: page }) {
  const fresh = await code(client)
  return token(
    {
      ...proof,
      grant_type: 'authorization_code',
      code: fresh,
      redirect_uri: redirectUri,
      code_verifier: 'a-verifier-that-is-long-enough-for-the-rule-of-43',
      scope: armScope,
    },
    headers,
  )
}

test('a single-page application redeems its code from its page, which may read the answer', async () => {
  const { status, headers, body } = await redeemFromPage()
  expect(status).toBe(200)
  expect(headers.get('access-control-allow-origin')).toBe(page)
  expect(body).toMatchObject({ refresh_token_expires_in: 86_400 })
  expect(decodeJwt(body.access_token ?? '')).toMatchObject({
    oid: accounts.developer.objectId,
    appidacr: '0',
  })
})

test('without an origin nothing of a single-page application is redeemed', async () => {
  const { status, body } = await redeemFromPage({})
  expect(status).toBe(400)
  expect(body).toMatchObject({ error: 'invalid_request', error_codes: [9002327] })
  const good = await redeemFromPage()
  const refresh = { ...proof, grant_type: 'refresh_token', refresh_token: good.body.refresh_token }
  expect((await token({ ...refresh, scope: armScope })).body.error_codes).toEqual([9002327])
  expect((await token({ ...refresh, scope: armScope }, { origin: page })).status).toBe(200)
})

test('what belongs to a web application is not redeemed from a page, and the page can read why', async () => {
  const fresh = await code()
  const { portal } = world.settings
  const refused = await token(
    {
      grant_type: 'authorization_code',
      code: fresh,
      redirect_uri: given(portal.redirectUris[0], 'a redirect address'),
      scope: armScope,
    },
    { origin: page },
  )
  expect(refused.headers.get('access-control-allow-origin')).toBe(page)
  expect(refused.body.error_codes).toEqual([9002326])
  expect(refused.body.error_description).toContain(`Request origin: '${page}'.`)
  expect((await redeem(fresh)).status).toBe(200)
})

test('a single-page application that brings no challenge is refused before anybody signs in', async () => {
  const response = await emulator.fetch(
    authorizeAddress({ ...client, code_challenge: undefined, code_challenge_method: undefined }),
  )
  const answer = new URL(given(response.headers.get('location'), 'a redirect')).searchParams
  expect(answer.get('error_description')).toContain(
    'AADSTS9002325: Proof Key for Code Exchange is required for cross-origin authorization code redemption.',
  )
})

test('its refresh tokens end a day after the sign-in, renewed or not', async () => {
  const { body } = await redeemFromPage()
  const refresh = { ...proof, grant_type: 'refresh_token', scope: armScope }
  clock.advance(20 * 60 * 60 * 1000)
  const renewed = await token({ ...refresh, refresh_token: body.refresh_token }, { origin: page })
  expect(renewed.body).toMatchObject({ refresh_token_expires_in: 4 * 60 * 60 })
  clock.advance(4 * 60 * 60 * 1000 + 1)
  const late = await token({ ...refresh, refresh_token: renewed.body.refresh_token }, { origin: page })
  expect(late.body.error_codes).toEqual([700084])
})

test('a browser may ask first whether it may send a token request', async () => {
  const response = await emulator.fetch(`${httpsOrigin}/common/oauth2/v2.0/token`, {
    method: 'OPTIONS',
    headers: {
      origin: page,
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'x-client-sku',
    },
  })
  expect(response.status).toBe(200)
  expect(Object.fromEntries(response.headers)).toMatchObject({
    'access-control-allow-origin': page,
    'access-control-allow-methods': 'POST, OPTIONS',
    'access-control-allow-headers': 'x-client-sku',
  })
})

test('a native client redeems with a plain challenge and without a secret, and refreshes so', async () => {
  const verifier = 'plain-verifier-that-is-long-enough-for-the-rule-43'
  const native = { client_id: cliClient.clientId, redirect_uri: 'http://localhost:61234' }
  const response = await signIn({ ...native, code_challenge: verifier, code_challenge_method: undefined })
  const answer = new URL(given(response.headers.get('location'), 'a redirect')).searchParams
  const fields = { ...native, client_secret: undefined, code: answer.get('code') ?? '' }
  const wrong = await redeem(fields.code, { ...fields, code_verifier: `${verifier}x` })
  expect(wrong.body.error_codes).toEqual([501481])
  const { body } = await redeem(fields.code, { ...fields, code_verifier: verifier })
  const again = await token({
    grant_type: 'refresh_token',
    client_id: cliClient.clientId,
    client_secret: undefined,
    refresh_token: body.refresh_token,
    scope: armScope,
  })
  expect(again.status).toBe(200)
})
