import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { join } from 'node:path'
import { PortalError } from '../errors.ts'
import { asksForPage, pathOf } from './asks-for-page.ts'
import { registerEmbedPages, type EmbedOptions } from './embed-pages.ts'
import { sendProblem } from './errors.ts'
import { pagePolicy } from './security-headers.ts'
import { sendPage } from './send-page.ts'

/** The browser application: hashed assets for a year, and one page with a fresh nonce for all its addresses. */
export async function registerWebApp(
  app: FastifyInstance,
  { webRoot, embed }: { readonly webRoot: string; readonly embed: EmbedOptions },
): Promise<void> {
  await app.register(async (scope) => {
    scope.addHook('onRoute', (route) => {
      route.config = { responseClass: 'asset', access: 'public', ...route.config }
      route.schema = { ...route.schema, hide: true }
    })
    // The file server refuses odd paths with a 4xx of its own.
    scope.setErrorHandler((error, request, reply) =>
      sendProblem(
        isRefusal(error) ? new PortalError('ROUTE_NOT_FOUND', { cause: error }) : error,
        request,
        reply,
      ),
    )
    await scope.register(fastifyStatic, {
      root: join(webRoot, 'assets'),
      prefix: '/assets/',
      index: false,
      dotfiles: 'ignore',
      immutable: true,
      maxAge: '365d',
      // The build leaves a .br and a .gz beside each asset.
      preCompressed: true,
    })
    registerEmbedPages(scope, webRoot, embed)
    scope.get('/*', { config: { responseClass: 'page', access: 'public' } }, async (request, reply) => {
      const path = pathOf(request)
      if (isRootFile(path))
        return await reply.sendFile(path.slice(1), webRoot, { immutable: false, maxAge: 0 })
      if (path !== '/' && !asksForPage(request)) throw new PortalError('ROUTE_NOT_FOUND')
      return await sendPage(reply, join(webRoot, 'index.html'), (nonce) => pagePolicy({ nonce }), {
        EMBED_SETTINGS: '',
      })
    })
  })
}

function isRefusal(error: unknown): boolean {
  return error instanceof Error && 'statusCode' in error && Number(error.statusCode) < 500
}

/** A file beside the page, such as /favicon.svg. The page itself is never sent without its nonce. */
function isRootFile(path: string): boolean {
  return /^\/[a-z0-9-]+\.(svg|ico|png|txt|webmanifest)$/.test(path)
}
