import type { World } from './world.ts'

/** Authentication context that a second factor gives. */
export const multifactorContext = 'p1'

/** Claims that only a sign-in with a second factor has. */
export const multifactorClaims = {
  access_token: { acrs: { essential: true, values: [multifactorContext] } },
}

/** Claims that only a token issued since then has: continuous access evaluation asks for them. `since` in milliseconds. */
export function newerTokenClaims(since: number): object {
  return { access_token: { nbf: { essential: true, value: String(Math.floor(since / 1000)) } } }
}

/**
 * `WWW-Authenticate` of a claims challenge. `@azure/core-rest-pipeline` takes the scheme `Bearer`, `insufficient_claims`
 * and plain base64, nothing else. `clientId`: the service that sends it.
 * https://learn.microsoft.com/entra/identity-platform/claims-challenge
 */
export function challengeHeaders(world: World, clientId: string, claims: object): Record<string, string> {
  const parameters = [
    'realm=""',
    `authorization_uri="${world.settings.browserOrigin}/common/oauth2/authorize"`,
    `client_id="${clientId}"`,
    'error="insufficient_claims"',
    `claims="${Buffer.from(JSON.stringify(claims)).toString('base64')}"`,
  ]
  return { 'www-authenticate': `Bearer ${parameters.join(', ')}` }
}
