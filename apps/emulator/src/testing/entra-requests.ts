import { createHash } from 'node:crypto'
import { z } from 'zod'
import { accounts } from '../seed.ts'
import type { TestEmulator } from './start-test-emulator.ts'

export const codeVerifier = 'a-verifier-that-is-long-enough-for-the-rule-of-43'

const tokenReply = z.looseObject({
  access_token: z.string().optional(),
  refresh_token: z.string().optional(),
  id_token: z.string().optional(),
  error: z.string().optional(),
  error_description: z.string().optional(),
  error_codes: z.array(z.number()).optional(),
})

type Fields = Record<string, string | undefined>

/** The portal's requests to Entra, each field replaceable; `undefined` leaves it out. */
export function entraRequests(emulator: TestEmulator) {
  const { world, browserOrigin, httpsOrigin } = emulator
  const { tenantId, portal } = world.settings
  const redirectUri = portal.redirectUris[0] ?? ''

  const authorizeAddress = (fields: Fields = {}, tenant = tenantId) => {
    const query = form({
      client_id: portal.clientId,
      redirect_uri: redirectUri,
      response_type: 'code',
      scope: 'openid profile offline_access https://management.azure.com/user_impersonation',
      state: 'kept as it is',
      code_challenge: createHash('sha256').update(codeVerifier).digest('base64url'),
      code_challenge_method: 'S256',
      ...fields,
    })
    return `${browserOrigin}/${tenant}/oauth2/v2.0/authorize?${query.toString()}`
  }
  const signIn = (fields: Fields = {}, person: { username: string; password: string } = accounts.developer) =>
    emulator.fetch(authorizeAddress(fields), {
      method: 'POST',
      body: form({ username: person.username, password: person.password }),
    })
  const code = async (fields: Fields = {}) => {
    const response = await signIn(fields)
    return new URL(response.headers.get('location') ?? '').searchParams.get('code') ?? ''
  }
  const token = async (fields: Fields, headers: Record<string, string> = {}, tenant = tenantId) => {
    const response = await emulator.fetch(`${httpsOrigin}/${tenant}/oauth2/v2.0/token`, {
      method: 'POST',
      headers,
      body: form({ client_id: portal.clientId, client_secret: portal.clientSecret, ...fields }),
    })
    return {
      status: response.status,
      headers: response.headers,
      body: tokenReply.parse(await response.json()),
    }
  }
  const redeem = (code: string, fields: Fields = {}) =>
    token({
      grant_type: 'authorization_code',
      code,
      redirect_uri: redirectUri,
      code_verifier: codeVerifier,
      scope: 'openid profile offline_access https://management.azure.com/user_impersonation',
      ...fields,
    })
  return { redirectUri, authorizeAddress, signIn, code, token, redeem }
}

function form(fields: Fields): URLSearchParams {
  const given = new URLSearchParams()
  for (const [name, value] of Object.entries(fields)) if (value !== undefined) given.set(name, value)
  return given
}
