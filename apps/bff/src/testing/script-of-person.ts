import { createHash, randomBytes } from 'node:crypto'
import type { FastifyInstance, InjectOptions } from 'fastify'
import * as z from 'zod'
import type { SignedInBrowser } from './build-test-app.ts'
import { submitSignIn, type Role } from './sign-in-through-emulator.ts'
import type { TestEmulator } from './start-emulator.ts'

const Reply = z.looseObject({ access_token: z.string() })

/** The client that the portal's registration lets in without asking: the Azure CLI, which every tenant has. */
const azureCli = { clientId: '04b07795-8ddb-461a-bbee-02f9e1bf7b46', redirectUri: 'http://localhost' }

/** An access token for the portal's API, as a script of the person gets it: by the code flow of a public client. */
export async function tokenOfPerson(emulator: TestEmulator, role: Role): Promise<string> {
  const { tenant, httpsOrigin, browserOrigin, tenantId } = emulator
  const { clientId, redirectUri } = azureCli
  const scope = `api://${tenant.portal.clientId}/access_as_user`
  const verifier = randomBytes(32).toString('base64url')
  const asked = new URLSearchParams({
    client_id: clientId,
    response_type: 'code',
    redirect_uri: redirectUri,
    scope,
    state: 's',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
  })
  const authorize = `${browserOrigin}/${tenantId}/oauth2/v2.0/authorize?${asked.toString()}`
  const back = await submitSignIn(emulator, authorize, role)
  const answer = await fetch(`${httpsOrigin}/${tenantId}/oauth2/v2.0/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      client_id: clientId,
      code: back.searchParams.get('code') ?? '',
      redirect_uri: redirectUri,
      scope,
      code_verifier: verifier,
    }),
  })
  return Reply.parse(await answer.json()).access_token
}

/** Calls as a script makes them: with the token, and with nothing of a browser. */
export function scriptWith(app: FastifyInstance, token: string): SignedInBrowser {
  return {
    cookie: '',
    inject: async (request: InjectOptions) =>
      await app.inject({ ...request, headers: { authorization: `Bearer ${token}`, ...request.headers } }),
  }
}
