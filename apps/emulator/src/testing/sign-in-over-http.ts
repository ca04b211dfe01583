import { createHash, randomBytes } from 'node:crypto'
import type { RequestInit, Response } from 'undici'
import { z } from 'zod'
import type { World } from '../kernel/world.ts'
import { accounts, type SeedRole } from '../seed.ts'

const tokenReply = z.object({ access_token: z.string() })

interface Over {
  world: World
  fetch: (url: string, init?: RequestInit) => Promise<Response>
}

/** Signs in at the page as a person would, as the portal's client, and redeems the code. */
export async function signInOverHttp(
  { world, fetch }: Over,
  role: SeedRole,
  scope = 'https://management.azure.com/user_impersonation',
): Promise<string> {
  const { tenantId, browserOrigin, httpsOrigin, portal } = world.settings
  const redirectUri = portal.redirectUris[0] ?? ''
  const verifier = randomBytes(32).toString('base64url')
  const query = new URLSearchParams({
    client_id: portal.clientId,
    redirect_uri: redirectUri,
    response_type: 'code',
    scope: `openid profile offline_access ${scope}`,
    state: 'state',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
  })
  const { username, password } = accounts[role]
  const page = await fetch(`${browserOrigin}/${tenantId}/oauth2/v2.0/authorize?${query.toString()}`, {
    method: 'POST',
    body: new URLSearchParams({ username, password }),
  })
  const location = page.headers.get('location')
  if (location === null) throw new Error(`sign-in answered ${page.status}: ${await page.text()}`)
  const reply = await fetch(`${httpsOrigin}/${tenantId}/oauth2/v2.0/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      client_id: portal.clientId,
      client_secret: portal.clientSecret,
      code: new URL(location).searchParams.get('code') ?? '',
      redirect_uri: redirectUri,
      code_verifier: verifier,
      scope: `openid profile offline_access ${scope}`,
    }),
  })
  if (reply.status !== 200)
    throw new Error(`the token endpoint answered ${reply.status}: ${await reply.text()}`)
  return tokenReply.parse(await reply.json()).access_token
}
