import { decodeJwt, errors } from 'jose'
import { z } from 'zod'
import { accessTokenIssuer } from '../../kernel/bearer.ts'
import type { Application } from '../../kernel/entities/directory.ts'
import type { World } from '../../kernel/world.ts'
import { invalidGrant, invalidRequest } from '../core/refusal.ts'

const claims = z.looseObject({
  aud: z.string(),
  iss: z.string(),
  oid: z.string(),
  sid: z.string().optional(),
  idtyp: z.string().optional(),
  amr: z.array(z.string()).optional(),
  acrs: z.array(z.string()).optional(),
})

/** The access token that a person's client sent to an API, as the API presents it. */
export type UserAssertion = z.infer<typeof claims> & { sid: string }

/**
 * Proves that an access token was issued here to a person, for this very application. The texts were seen in
 * https://github.com/AzureAD/microsoft-authentication-library-for-java/issues/38 and dotnet#1317; for an application's own
 * token (u).
 */
export async function verifyUserAssertion(
  token: string,
  application: Application,
  world: World,
): Promise<UserAssertion> {
  const read = decode(token)
  const { tenantId, httpsOrigin } = world.settings
  const issuer = [accessTokenIssuer(tenantId), `${httpsOrigin}/${tenantId}/v2.0`].find(
    (each) => each === read.iss,
  )
  if (issuer === undefined) throw wrongSignature('The key was not found.')
  try {
    await world.keys.verify('entra', token, { issuer, audience: [read.aud], now: world.clock.now() })
  } catch (error) {
    if (error instanceof errors.JWTExpired) throw expired(Number(error.payload.exp), world.clock.now())
    if (!(error instanceof errors.JOSEError)) throw error
    throw wrongSignature('The provided signature value did not match the expected signature value.')
  }
  const { appId, identifierUris, displayName } = application
  if (![appId, ...identifierUris].includes(read.aud)) throw wrongAudience(read.aud, application)
  if (read.idtyp === 'app' || read.sid === undefined) {
    throw invalidGrant(
      7000114,
      `Application '${appId}'(${displayName}) is not allowed to make application on-behalf-of calls.`,
    )
  }
  return { ...read, sid: read.sid }
}

function decode(token: string): z.infer<typeof claims> {
  try {
    return claims.parse(decodeJwt(token))
  } catch {
    throw invalidRequest(50027, 'JWT token is invalid or malformed.')
  }
}

function wrongSignature(reason: string) {
  return invalidGrant(50013, `Assertion failed signature validation. [Reason - ${reason}]`)
}

function wrongAudience(audience: string, { appId, displayName, identifierUris }: Application) {
  return invalidGrant(
    500131,
    `Assertion audience does not match the Client app presenting the assertion. The audience in the assertion was '${audience}' and the expected audience is '${identifierUris[0] ?? appId}' or one of the Application Uris of this application with App ID '${appId}'(${displayName}). The downstream client must request a token for the expected audience (the application that made the OBO request) and this application should use that token as the assertion.`,
  )
}

function expired(expiry: number, now: number) {
  return invalidGrant(
    500133,
    `Assertion is not within its valid time range. Ensure that the access token is not expired before using it for user assertion, or request a new token. Current time: ${new Date(now).toISOString()}, expiry time of assertion ${new Date(expiry * 1000).toISOString()}.`,
  )
}
