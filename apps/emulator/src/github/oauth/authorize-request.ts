import type { World } from '../../kernel/world.ts'
import { githubApp } from '../../seed-github.ts'

/** What a browser brings to the authorize page. */
export interface GithubAuthorizeRequest {
  redirectUri: string
  state: string | null
  codeChallenge: string | null
}

/** An error that GitHub sends the browser back to the registered address with. */
export interface GithubAuthorizeRefusal {
  location: string
}

export function callbackOf({ settings }: World): string {
  return `${settings.portalOrigin}/auth/github/callback`
}

/**
 * Reads an authorize request; `unknown` for a client that is not registered, which nobody can be sent back to. PKCE
 * takes S256 only.
 * https://docs.github.com/apps/oauth-apps/maintaining-oauth-apps/troubleshooting-authorization-request-errors
 */
export function readAuthorize(
  query: URLSearchParams,
  world: World,
): GithubAuthorizeRequest | GithubAuthorizeRefusal | 'unknown' {
  if (query.get('client_id') !== githubApp.clientId) return 'unknown'
  const state = query.get('state')
  const registered = callbackOf(world)
  const redirectUri = query.get('redirect_uri') ?? registered
  if (redirectUri !== registered) {
    const description = 'The redirect_uri MUST match the registered callback URL for this application.'
    return { location: errorAddress(registered, 'redirect_uri_mismatch', description, state) }
  }
  const codeChallenge = query.get('code_challenge')
  if (codeChallenge !== null && !isChallenge(codeChallenge, query.get('code_challenge_method'))) {
    // (u)
    const description = 'The code_challenge must be 43 characters, with the code_challenge_method S256.'
    return { location: errorAddress(registered, 'invalid_request', description, state) }
  }
  return { redirectUri, state, codeChallenge }
}

function isChallenge(challenge: string, method: string | null): boolean {
  return method === 'S256' && /^[\w-]{43}$/.test(challenge)
}

export function errorAddress(
  redirectUri: string,
  error: string,
  description: string,
  state: string | null,
): string {
  const address = new URL(redirectUri)
  address.searchParams.set('error', error)
  address.searchParams.set('error_description', description)
  address.searchParams.set(
    'error_uri',
    '/apps/building-integrations/setting-up-and-registering-oauth-apps/troubleshooting-authorization-request-errors/',
  )
  if (state !== null) address.searchParams.set('state', state)
  return address.href
}
