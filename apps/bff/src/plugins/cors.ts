import type { FastifyInstance } from 'fastify'

const exposed = 'content-disposition, retry-after, www-authenticate, x-request-id'

/** The portal header is not among them: no other origin comes by the door of the cookie. */
const preflight = {
  'access-control-allow-methods': 'GET, POST, PUT, DELETE',
  'access-control-allow-headers': 'authorization, content-type, last-event-id',
  'access-control-max-age': '600',
} as const

/**
 * Lets scripts of these origins, and of no other, read what the API answers. Cookies are never allowed with it: what comes from
 * another origin has an access token. https://fetch.spec.whatwg.org/#http-cors-protocol
 */
export function registerCors(app: FastifyInstance, origins: readonly string[]): void {
  if (origins.length === 0) return
  const allowed = new Set(origins)
  app.addHook('onRequest', async (request, reply) => {
    const { responseClass = 'api' } = request.routeOptions.config
    if (request.is404 || responseClass !== 'api') return
    reply.header('vary', 'origin')
    const { origin, 'access-control-request-method': asksFirst } = request.headers
    if (origin === undefined || !allowed.has(origin)) return
    reply.header('access-control-allow-origin', origin).header('access-control-expose-headers', exposed)
    if (request.method !== 'OPTIONS' || asksFirst === undefined) return
    await reply.status(204).headers(preflight).send()
  })
}
