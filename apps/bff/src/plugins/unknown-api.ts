import { endpoints } from '@trustwright/shared-schemas'
import type { FastifyInstance } from 'fastify'
import { PortalError } from '../errors.ts'

const templates = Object.values(endpoints).map(({ method, path }) => ({
  method,
  pattern: new RegExp(`^${path.replace(/:[A-Za-z]+/g, '[^/]+')}$`),
}))

/** Addresses under /api that no endpoint has: checked like any other, then refused with what would be right. */
export function registerUnknownApi(app: FastifyInstance): void {
  app.all(
    '/api/*',
    { config: { responseClass: 'api', access: 'public' }, schema: { hide: true } },
    async (request, reply) => {
      const path = request.url.split('?')[0] ?? ''
      const allowed = templates.filter(({ pattern }) => pattern.test(path)).map(({ method }) => method)
      // An address of an endpoint that did not take the request is too long in one part, or ends in a slash too many.
      if (allowed.length === 0 || allowed.some((method) => method === request.method))
        throw new PortalError('ROUTE_NOT_FOUND')
      reply.header('allow', allowed.join(', '))
      throw new PortalError('METHOD_NOT_ALLOWED')
    },
  )
}
