import type { FastifyInstance } from 'fastify'
import { join } from 'node:path'
import { PortalError } from '../errors.ts'
import { asksForPage } from './asks-for-page.ts'
import { pagePolicy } from './security-headers.ts'
import { sendPage } from './send-page.ts'

export interface EmbedOptions {
  /** Exact origins of the hosts that may frame the portal; none: the pages are not there. */
  readonly hosts: readonly string[]
  readonly clientId: string
  /** With the tenant. */
  readonly authority: string
}

/** The application in a host's frame, which it sees by the settings in its page; and the two windows of a sign-in there. */
const pages = {
  '/embed': 'index.html',
  '/embed/*': 'index.html',
  '/embed/sign-in': 'embed-sign-in.html',
  '/embed/redirect': 'embed-redirect.html',
} as const

/**
 * The entry for the frames of other products: its policy lets exactly the configured hosts frame it, and lets it redeem
 * codes at the authority. The windows of its sign-in are never framed. No page here has an opener policy, so that a window
 * can answer the frame that opened it.
 */
export function registerEmbedPages(app: FastifyInstance, webRoot: string, options: EmbedOptions): void {
  const { hosts, clientId, authority } = options
  const settings = JSON.stringify({ clientId, authority, scope: `api://${clientId}/access_as_user`, hosts })
  const authorityOrigin = new URL(authority).origin
  const policies = {
    'index.html': { ancestors: hosts, connect: [authorityOrigin] },
    'embed-sign-in.html': {},
    'embed-redirect.html': {},
  } as const
  for (const [url, file] of Object.entries(pages)) {
    app.get(url, { config: { responseClass: 'embedded', access: 'public' } }, async (request, reply) => {
      if (hosts.length === 0 || !asksForPage(request)) throw new PortalError('ROUTE_NOT_FOUND')
      return await sendPage(reply, join(webRoot, file), (nonce) => pagePolicy({ nonce, ...policies[file] }), {
        EMBED_SETTINGS: settings,
        AUTHORITY_ORIGIN: authorityOrigin,
      })
    })
  }
}
