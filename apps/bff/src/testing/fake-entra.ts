import {
  exportJWK,
  generateKeyPair,
  importJWK,
  SignJWT,
  type JWK,
  type JWTHeaderParameters,
  type JWTPayload,
} from 'jose'
import { assertionClaims, exchangedFor } from './exchanged-token.ts'
import { json, startFaultServer, type Answer } from './fault-server.ts'

const tenantId = '8f1f3b0e-6a52-4d1c-9a3e-2b7c5d4e6f10'
const clientId = 'b7e0c2d4-5f61-4a83-9b1c-0d2e4f6a8b01'

/** An Entra that signs whatever a test wants, and exchanges access tokens on behalf of people. */
export interface FakeEntra {
  /** Variables that point a portal at it. */
  readonly environment: Readonly<
    Record<'TENANT_ID' | 'CLIENT_ID' | 'CLIENT_SECRET' | 'ENTRA_AUTHORITY', string>
  >
  readonly issuer: string
  readonly publicKey: () => JWK
  /** Claims of a right access token of a person, at this moment. */
  claims(person?: string): JWTPayload
  /** By the key that is published, with the algorithm of `header`. */
  sign(claims: JWTPayload, header?: Partial<JWTHeaderParameters>): Promise<string>
  /** From now on another key is published, and the old one no longer. */
  rotateKey(): Promise<void>
  /** How often its keys were asked for. */
  keyReads(): number
  /** Answers who asks for its keys with status 503 from now on; false: with keys. */
  failKeys(fails: boolean): void
  /** Forms of the exchanges so far. */
  readonly exchanges: URLSearchParams[]
  /** Answers exchanges with this refusal from now on; null: with tokens. */
  refuseExchanges(refusal: Readonly<Record<string, unknown>> | null): void
  close(): Promise<void>
}

export async function startFakeEntra(): Promise<FakeEntra> {
  const server = await startFaultServer()
  const authority = `${server.origin}/${tenantId}`
  const issuer = `${authority}/v2.0`
  const exchanges: URLSearchParams[] = []
  let refusal: Readonly<Record<string, unknown>> | null = null
  let own = await newKey(1)
  let keys = 1
  let keyReads = 0
  let keysFail = false
  const metadata = {
    issuer,
    authorization_endpoint: `${authority}/oauth2/v2.0/authorize`,
    token_endpoint: `${authority}/oauth2/v2.0/token`,
    jwks_uri: `${authority}/discovery/v2.0/keys`,
    end_session_endpoint: `${authority}/oauth2/v2.0/logout`,
  }
  const answer: Answer = (response, request) => {
    if (request.url.endsWith('/keys')) {
      keyReads += 1
      return json(keysFail ? 503 : 200, { keys: [own.jwk] })(response, request)
    }
    if (request.method !== 'POST') return json(200, metadata)(response, request)
    const form = new URLSearchParams(request.body)
    exchanges.push(form)
    if (refusal !== null) return json(400, refusal)(response, request)
    json(200, exchangedFor(form, { issuer, clientId }))(response, request)
  }
  server.answerWith(answer)
  return {
    environment: {
      TENANT_ID: tenantId,
      CLIENT_ID: clientId,
      CLIENT_SECRET: 'local',
      ENTRA_AUTHORITY: authority,
    },
    issuer,
    publicKey: () => own.jwk,
    claims: (person = 'dana') => assertionClaims({ person, issuer, tenantId, clientId }),
    sign: async (claims, header = {}) => {
      const { alg = 'RS256' } = header
      const key = await importJWK(own.privateJwk, alg)
      return await new SignJWT(claims)
        .setProtectedHeader({ alg, kid: own.jwk.kid ?? '', ...header })
        .sign(key)
    },
    rotateKey: async () => {
      keys += 1
      own = await newKey(keys)
    },
    keyReads: () => keyReads,
    failKeys: (fails) => {
      keysFail = fails
    },
    exchanges,
    refuseExchanges: (next) => {
      refusal = next
    },
    close: () => server.close(),
  }
}

async function newKey(number: number) {
  const { privateKey, publicKey } = await generateKeyPair('RS256', { extractable: true })
  const jwk = { ...(await exportJWK(publicKey)), kid: `k${number}`, use: 'sig' }
  return { privateJwk: await exportJWK(privateKey), jwk }
}
