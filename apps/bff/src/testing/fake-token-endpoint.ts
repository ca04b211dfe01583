import { once } from 'node:events'
import { createServer } from 'node:http'
import { createLocalJWKSet } from 'jose'
import type { EntraFacts } from '../auth/entra-metadata.ts'

export interface FakeTokenEndpoint {
  /** What the portal would know of it. */
  readonly entra: EntraFacts
  /** Every form that was posted. */
  readonly requests: URLSearchParams[]
  /** Answers refresh requests with this refusal from now on. */
  refuseRefresh(refusal: Readonly<Record<string, unknown>> | null): void
  close(): Promise<void>
}

const tenantId = 'tenant-a'
const authority = 'https://login.contoso.example/tenant-a'
const base64 = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')

/** A token endpoint that gives each code's person their own tokens; the code is the person's name. */
export async function startFakeTokenEndpoint(): Promise<FakeTokenEndpoint> {
  const requests: URLSearchParams[] = []
  let refusal: Readonly<Record<string, unknown>> | null = null
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const form = new URLSearchParams(Buffer.concat(chunks).toString())
      requests.push(form)
      const refused = refusal !== null && form.get('grant_type') === 'refresh_token'
      response.writeHead(refused ? 400 : 200, { 'content-type': 'application/json' })
      response.end(JSON.stringify(refused ? refusal : tokensFor(form)))
    })
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const origin = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
  return {
    requests,
    refuseRefresh: (next) => {
      refusal = next
    },
    entra: {
      authority,
      metadata: async () => ({
        issuer: `${authority}/v2.0`,
        authorization_endpoint: `${origin}/authorize`,
        token_endpoint: `${origin}/token`,
        jwks_uri: `${origin}/keys`,
        end_session_endpoint: `${origin}/logout`,
      }),
      findKey: createLocalJWKSet({ keys: [] }),
    },
    close: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

function tokensFor(form: URLSearchParams): Record<string, unknown> {
  const person = form.get('code') ?? form.get('refresh_token')?.split('-')[2] ?? ''
  const claims = { oid: person, tid: tenantId, sub: person, preferred_username: person, exp: 4e9, iat: 1 }
  return {
    token_type: 'Bearer',
    scope: 'https://management.azure.com/user_impersonation',
    expires_in: 3600,
    access_token: `access-token-${person}`,
    refresh_token: `refresh-token-${person}`,
    id_token: `${base64({ alg: 'RS256' })}.${base64({ ...claims, iss: authority, aud: 'portal' })}.x`,
    client_info: base64({ uid: person, utid: tenantId }),
  }
}
