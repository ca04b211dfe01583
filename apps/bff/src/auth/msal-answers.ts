import type { AuthenticationResult, AuthError } from '@azure/msal-node'
import { PortalError } from '../errors.ts'
import type { GraphToken } from '../ports.ts'

/** Throws UPSTREAM_FAILED where Entra names no end of the token. */
export function toToken({ accessToken, expiresOn, scopes }: AuthenticationResult): GraphToken {
  if (expiresOn === null) {
    throw new PortalError('UPSTREAM_FAILED', { cause: new Error('a token without an end') })
  }
  // Entra names a scope with its resource before it, or bare.
  const permissions = [...new Set(scopes.map((scope) => scope.slice(scope.lastIndexOf('/') + 1)))]
  return { token: accessToken, expiresAt: expiresOn, permissions }
}

/** AADSTS65001. https://learn.microsoft.com/entra/identity-platform/reference-error-codes */
export function isConsentMissing(error: AuthError): boolean {
  return error.subError === 'consent_required' || /\bAADSTS65001\b/.test(error.errorMessage)
}

/** UPSTREAM_FAILED, for a refusal that neither the person nor a new sign-in can change. */
export function notRenewed(error: AuthError): PortalError {
  return refusedByEntra('Microsoft Entra did not renew your access.', error)
}

/** UPSTREAM_FAILED with what Entra calls it. */
export function refusedByEntra(detail: string, error: AuthError): PortalError {
  return new PortalError('UPSTREAM_FAILED', {
    detail,
    upstream: {
      service: 'entra',
      status: null,
      code: error.errorCode,
      message: null,
      requestId: null,
      correlationId: error.correlationId,
    },
    cause: error,
  })
}
