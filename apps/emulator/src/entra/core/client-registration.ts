import type { Application } from '../../kernel/entities/directory.ts'
import type { World } from '../../kernel/world.ts'
import { tenantDisplayName } from '../../seed.ts'
import { firstPartyClient } from './first-party-clients.ts'
import { missingParameter, redirectMismatch, unknownClient } from './refusal.ts'

/** Which platform of a registration an address belongs to: it decides on credentials, PKCE and cross-origin requests. */
export type RedirectType = keyof Application['redirectUris']

/** A registered application, or one of Microsoft's public clients. */
export function findClient(clientId: string, world: World): Application | undefined {
  const appId = clientId.toLowerCase()
  return world.store.applications.get(appId) ?? firstPartyClient(appId)
}

export function requireClient(
  clientId: string | null,
  world: World,
  directory: string = tenantDisplayName,
): Application {
  if (!clientId) throw missingParameter('client_id')
  const application = findClient(clientId, world)
  if (!application) throw unknownClient(clientId, directory)
  return application
}

/** Gives the address as it was asked for, and the platform it is registered under. */
export function requireRedirectUri(
  redirectUri: string | null,
  application: Application,
): { redirectUri: string; redirectType: RedirectType } {
  if (!redirectUri) throw missingParameter('redirect_uri')
  const redirectType = redirectTypeOf(redirectUri, application)
  if (!redirectType) throw redirectMismatch(redirectUri, application.appId)
  return { redirectUri, redirectType }
}

/** The exact address counts before one that differs in its local port. */
function redirectTypeOf(redirectUri: string, { redirectUris }: Application): RedirectType | undefined {
  if (!URL.canParse(redirectUri)) return undefined
  const types = ['web', 'spa', 'publicClient'] as const
  return (
    types.find((type) => redirectUris[type].includes(redirectUri)) ??
    types.find((type) => redirectUris[type].some((registered) => sameAddress(registered, redirectUri)))
  )
}

/**
 * Public: it may sign in without a credential wherever no redirect address says otherwise (device code).
 * https://learn.microsoft.com/entra/identity-platform/msal-client-applications
 */
export function isPublicClient({ isFallbackPublicClient }: Application): boolean {
  return isFallbackPublicClient === true
}

/**
 * Exact text, but the port of a plain `http` loopback address does not count.
 * https://learn.microsoft.com/entra/identity-platform/reply-url#localhost-exceptions
 */
export function sameAddress(registered: string, given: string): boolean {
  if (!URL.canParse(given)) return false
  return registered === given || withoutLocalPort(registered) === withoutLocalPort(given)
}

/** An address without a path and one with `/` are the same one. */
function withoutLocalPort(address: string): string {
  return address.replace(/^http:\/\/(localhost|127\.0\.0\.1)(?::\d{1,5})?(?:\/(?=$)|(?=\/|$))/, 'http://$1')
}
