import { html, htmlPage } from '../../kernel/html.ts'
import type { Operation } from '../../kernel/operation.ts'
import type { World } from '../../kernel/world.ts'
import { sameAddress } from '../core/client-registration.ts'
import { errorPage } from '../core/error-page.ts'
import { EntraRefusal } from '../core/refusal.ts'
import { endSession, findSession } from './sessions.ts'
import { readTenantPath } from '../core/tenant-path.ts'

export const getLogout: Operation = {
  id: 'entra/get-logout',
  method: 'GET',
  path: '/{tenant}/oauth2/v2.0/logout',
  summary: 'Ends single sign-on; leads back to registered addresses only',
  source: 'https://learn.microsoft.com/entra/identity-platform/v2-protocols-oidc#send-a-sign-out-request',
  handle: (request, world) => {
    const segment = request.params.tenant ?? ''
    try {
      readTenantPath(segment, world)
    } catch (error) {
      if (!(error instanceof EntraRefusal)) throw error
      return errorPage(error.failure, world)
    }
    if (segment !== world.settings.tenantId) {
      const path = `/${world.settings.tenantId}/oauth2/v2.0/logout`
      return { status: 302, headers: { location: `${request.origin}${path}?${request.query.toString()}` } }
    }
    const found = findSession(request, world)
    const headers = found ? { 'set-cookie': endSession(world, found.session) } : undefined
    const location = returnAddress(request.query, world)
    if (location !== undefined) return { status: 302, headers: { ...headers, location } }
    return htmlPage({
      title: 'Signed out',
      ...(headers ? { headers } : {}),
      main: html`<h1>You signed out of your account</h1>
        <p class="quiet">It's a good idea to close all browser windows.</p>`,
    })
  },
}

/** An address that no application registered is not followed: the person stays on the page. */
function returnAddress(query: URLSearchParams, world: World): string | undefined {
  const wanted = query.get('post_logout_redirect_uri')
  if (wanted === null) return undefined
  const registered = world.store.applications
    .list()
    .flatMap(({ logoutUris, redirectUris }) => [...logoutUris, ...redirectUris.web, ...redirectUris.spa])
  if (!registered.some((address) => sameAddress(address, wanted))) return undefined
  const location = new URL(wanted)
  const state = query.get('state')
  if (state !== null) location.searchParams.set('state', state)
  return location.href
}
