import type { EntraFailure } from '../../kernel/vendor-errors.ts'

/** Thrown inside a flow; the endpoint turns it into Entra's error body, redirect or page. */
export class EntraRefusal extends Error {
  override readonly name = 'EntraRefusal'
  readonly failure: EntraFailure

  constructor(failure: EntraFailure) {
    super(`AADSTS${failure.code}: ${failure.message}`)
    this.failure = failure
  }
}

function refusal(status: 400 | 401, error: string) {
  return (code: number, message: string, suberror?: string) =>
    new EntraRefusal({ status, error, code, message, ...(suberror ? { suberror } : {}) })
}

export const invalidRequest = refusal(400, 'invalid_request')
export const invalidClient = refusal(401, 'invalid_client')
export const invalidGrant = refusal(400, 'invalid_grant')
export const invalidScope = refusal(400, 'invalid_scope')
export const invalidResource = refusal(400, 'invalid_resource')
export const unauthorizedClient = refusal(400, 'unauthorized_client')
export const unsupportedGrantType = refusal(400, 'unsupported_grant_type')
export const unsupportedResponseType = refusal(400, 'unsupported_response_type')
export const loginRequired = refusal(400, 'login_required')
export const consentRequired = refusal(400, 'consent_required')
export const accessDenied = refusal(400, 'access_denied')
export const deviceFlow = {
  pending: refusal(400, 'authorization_pending'),
  declined: refusal(400, 'authorization_declined'),
  badCode: refusal(400, 'bad_verification_code'),
  expired: refusal(400, 'expired_token'),
}

/** `claims` is what the client has to send to the authorize endpoint to be let through. */
export function interactionRequired(
  code: number,
  message: string,
  more: { suberror?: string; claims?: string } = {},
): EntraRefusal {
  return new EntraRefusal({ status: 400, error: 'interaction_required', code, message, ...more })
}

export function missingParameter(name: string): EntraRefusal {
  return invalidRequest(900144, `The request body must contain the following parameter: '${name}'.`)
}

export function unknownClient(clientId: string, directory: string): EntraRefusal {
  return unauthorizedClient(
    700016,
    `Application with identifier '${clientId}' was not found in the directory '${directory}'. This can happen if the application has not been installed by the administrator of the tenant or consented to by any user in the tenant. You may have sent your authentication request to the wrong tenant.`,
  )
}

export function redirectMismatch(redirectUri: string, clientId: string): EntraRefusal {
  return invalidRequest(
    50011,
    `The redirect URI '${redirectUri}' specified in the request does not match the redirect URIs configured for the application '${clientId}'. Make sure the redirect URI sent in the request matches one added to your application in the Azure portal. Navigate to https://aka.ms/redirectUriMismatchError to learn more about how to fix this.`,
  )
}

/** `error` differs: `consent_required` on the authorize redirect, `invalid_grant` at the token endpoint. */
export function notConsented(client: { appId: string; displayName: string }): {
  code: number
  message: string
} {
  return {
    code: 65001,
    message: `The user or administrator has not consented to use the application with ID '${client.appId}' named '${client.displayName}'. Send an interactive authorization request for this user and resource.`,
  }
}

export function multifactorNeeded(resourceAppId: string, claims?: string): EntraRefusal {
  return interactionRequired(
    50076,
    `Due to a configuration change made by your administrator, or because you moved to a new location, you must use multi-factor authentication to access '${resourceAppId}'.`,
    { suberror: 'basic_action', ...(claims === undefined ? {} : { claims }) },
  )
}

/** PKCE is what proves a single-page application, which has no other credential. */
export function challengeMissing(): EntraRefusal {
  return invalidRequest(
    9002325,
    'Proof Key for Code Exchange is required for cross-origin authorization code redemption.',
  )
}

export function crossOriginOnly(): EntraRefusal {
  return invalidRequest(
    9002327,
    "Tokens issued for the 'Single-Page Application' client-type may only be redeemed via cross-origin requests.",
  )
}

export function crossOriginRefused(origin: string): EntraRefusal {
  return invalidRequest(
    9002326,
    `Cross-origin token redemption is permitted only for the 'Single-Page Application' client-type. Request origin: '${origin}'.`,
  )
}
