import { ServerError } from '@azure/msal-node'
import { errors as joseErrors } from 'jose'
import { PortalError } from '../errors.ts'
import type { Attempt } from './sign-in-attempts.ts'
import type { SignInParts } from './sign-in-parts.ts'
import { SignInRefusal } from './sign-in-refusal.ts'
import { assertOnlyAccount, MemorySlot } from './token-cache-plugin.ts'
import { OtherTenantError, verifyIdToken, type IdTokenClaims } from './verify-id-token.ts'

export interface Redeemed {
  readonly claims: IdTokenClaims
  readonly homeAccountId: string
  readonly tokenCache: string
}

/** Exchanges the code and checks whose tokens came. Throws SignInRefusal or PortalError. */
export async function redeemCode(parts: SignInParts, code: string, attempt: Attempt): Promise<Redeemed> {
  const slot = new MemorySlot()
  const idToken = await exchange(parts, code, attempt, slot)
  const claims = await verify(parts, idToken, attempt)
  const homeAccountId = `${claims.oid}.${claims.tid}`
  const tokenCache = slot.text ?? '{}'
  try {
    assertOnlyAccount(tokenCache, homeAccountId)
  } catch (cause) {
    throw new SignInRefusal('not-trusted', 'the tokens are of another account than the ID token', cause)
  }
  return { claims, homeAccountId, tokenCache }
}

async function exchange(
  parts: SignInParts,
  code: string,
  attempt: Attempt,
  slot: MemorySlot,
): Promise<string> {
  const client = await parts.msal(slot)
  try {
    const result = await client.acquireTokenByCode(
      {
        code,
        scopes: [...parts.scopes],
        redirectUri: parts.redirectUri,
        codeVerifier: attempt.verifier,
        nonce: attempt.nonce,
      },
      { code, nonce: attempt.nonce },
    )
    return result.idToken
  } catch (cause) {
    if (cause instanceof PortalError || cause instanceof SignInRefusal) throw cause
    if (cause instanceof ServerError) {
      const own = ['invalid_client', 'unauthorized_client'].includes(cause.errorCode)
      throw new SignInRefusal(own ? 'portal-fault' : 'refused', 'Entra refused the code', cause)
    }
    throw new SignInRefusal('not-trusted', 'MSAL refused the answer of Entra', cause)
  }
}

async function verify(parts: SignInParts, idToken: string, attempt: Attempt): Promise<IdTokenClaims> {
  const { clientId, tenantId, entra, clock } = parts
  try {
    return await verifyIdToken(idToken, { clientId, tenantId, nonce: attempt.nonce }, entra, clock)
  } catch (cause) {
    if (cause instanceof PortalError) throw cause
    if (cause instanceof OtherTenantError) throw new SignInRefusal('other-tenant', cause.message, cause)
    const why = cause instanceof joseErrors.JOSEError ? cause.code : 'a claim is missing or wrong'
    throw new SignInRefusal('not-trusted', `the ID token did not pass: ${why}`, cause)
  }
}
