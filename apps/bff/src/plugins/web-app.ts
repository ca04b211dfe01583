import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { PortalError } from '../errors.ts'
import { sendProblem } from './errors.ts'
import { pagePolicy } from './security-headers.ts'

const placeholder = '__CSP_NONCE__'
const notBuilt = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Trustwright is not built</title></head>
<body><h1>The pages are not built</h1>
<p>The portal runs, but its browser application is missing. Build it, or set WEB_ROOT to its folder, then reload.</p>
</body></html>
`

/** The browser application: hashed assets for a year, and one page with a fresh nonce for all its addresses. */
export async function registerWebApp(app: FastifyInstance, webRoot: string): Promise<void> {
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
    scope.get('/*', { config: { responseClass: 'page', access: 'public' } }, async (request, reply) => {
      const path = pathOf(request)
      if (isRootFile(path))
        return await reply.sendFile(path.slice(1), webRoot, { immutable: false, maxAge: 0 })
      if (path !== '/' && (hasExtension(path) || !acceptsHtml(request)))
        throw new PortalError('ROUTE_NOT_FOUND')
      return await sendPage(reply, webRoot)
    })
  })
}

async function sendPage(reply: FastifyReply, webRoot: string): Promise<FastifyReply> {
  const page = await readPage(join(webRoot, 'index.html'))
  const nonce = randomBytes(18).toString('base64')
  return await reply
    .status(page === null ? 503 : 200)
    .header('content-security-policy', pagePolicy(nonce))
    .type('text/html; charset=utf-8')
    .send((page ?? notBuilt).replaceAll(placeholder, nonce))
}

async function readPage(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}

function isRefusal(error: unknown): boolean {
  return error instanceof Error && 'statusCode' in error && Number(error.statusCode) < 500
}

function pathOf(request: FastifyRequest): string {
  return request.url.split('?')[0] ?? ''
}

/** A file beside the page, such as /favicon.svg. The page itself is never sent without its nonce. */
function isRootFile(path: string): boolean {
  return /^\/[a-z0-9-]+\.(svg|ico|png|txt|webmanifest)$/.test(path)
}

function hasExtension(path: string): boolean {
  return /\.[^/]*$/.test(path)
}

function acceptsHtml({ headers }: FastifyRequest): boolean {
  return headers.accept?.includes('text/html') === true
}
