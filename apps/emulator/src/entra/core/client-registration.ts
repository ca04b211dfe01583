import type { Application } from '../../kernel/entities/directory.ts'
import type { World } from '../../kernel/world.ts'
import { tenantDisplayName } from '../../seed.ts'
import { missingParameter, redirectMismatch, unknownClient } from './refusal.ts'

export function requireClient(clientId: string | null, world: World): Application {
  if (!clientId) throw missingParameter('client_id')
  const application = world.store.applications.get(clientId.toLowerCase())
  if (!application) throw unknownClient(clientId, tenantDisplayName)
  return application
}

export function requireRedirectUri(redirectUri: string | null, application: Application): string {
  if (!redirectUri) throw missingParameter('redirect_uri')
  const { web, spa, publicClient } = application.redirectUris
  if ([...web, ...spa, ...publicClient].some((registered) => sameAddress(registered, redirectUri))) {
    return redirectUri
  }
  throw redirectMismatch(redirectUri, application.appId)
}

/**
 * Exact text, but the port of a plain `http://localhost` address does not count.
 * https://learn.microsoft.com/entra/identity-platform/reply-url#localhost-exceptions
 */
export function sameAddress(registered: string, given: string): boolean {
  return registered === given || withoutLocalPort(registered) === withoutLocalPort(given)
}

function withoutLocalPort(address: string): string {
  return address.replace(/^http:\/\/localhost:\d{1,5}(?=\/|$)/, 'http://localhost')
}
