import { createHash, randomBytes } from 'node:crypto'
import { readTenant, type Role } from '../tenant.ts'
import { chooseAt } from './framed.ts'
import type { Embedded } from './start-embedded.ts'

/** Tokens for the portal's API, as a host that signs people in gets them for an application in its frame. */
export interface HostAccount {
  readonly token: {
    readonly access_token: string
    readonly id_token: string
    readonly expires_in: number
    readonly scope: string
  }
  readonly account: {
    readonly environment: string
    readonly homeAccountId: string
    readonly username: string
  }
}

/** Signs a person in by authorization code with PKCE, in a browser that has nothing to do with the frame's. */
export async function signInAtHost(
  { browser, portal, clientId }: Embedded,
  role: Role,
): Promise<HostAccount> {
  const { tenantId } = await readTenant()
  const emulator = process.env.E2E_EMULATOR ?? ''
  const redirect = `${portal}/embed/redirect`
  const verifier = randomBytes(32).toString('base64url')
  const scope = `api://${clientId}/access_as_user openid profile offline_access`
  const client = { client_id: clientId, redirect_uri: redirect, scope }
  const context = await browser.newContext()
  const page = await context.newPage()
  // The portal's own page there takes the code out of its address at once.
  const back = page.waitForRequest((request) => request.url().startsWith(redirect))
  const challenge = createHash('sha256').update(verifier).digest('base64url')
  const asked = {
    response_type: 'code',
    code_challenge: challenge,
    code_challenge_method: 'S256',
    state: 'host',
  }
  const authority = `${emulator}/${tenantId}/oauth2/v2.0`
  await page.goto(`${authority}/authorize?${new URLSearchParams({ ...client, ...asked }).toString()}`)
  await chooseAt(page, role)
  const address = (await back).url()
  const code = new URL(address).searchParams.get('code')
  if (code === null) throw new Error(`The host was sent to ${address}`)
  await context.close()
  const answer = await fetch(`${authority}/token`, {
    method: 'POST',
    headers: { origin: portal },
    body: new URLSearchParams({
      ...client,
      grant_type: 'authorization_code',
      code,
      code_verifier: verifier,
      client_info: '1',
    }),
  })
  if (!answer.ok) throw new Error(`The host got no token (${answer.status}): ${await answer.text()}`)
  const token: HostAccount['token'] = await answer.json()
  const [, claims = ''] = token.id_token.split('.')
  const { oid, preferred_username: username } = JSON.parse(Buffer.from(claims, 'base64url').toString()) as {
    oid: string
    preferred_username: string
  }
  return {
    token,
    account: { environment: new URL(emulator).host, homeAccountId: `${oid}.${tenantId}`, username },
  }
}
