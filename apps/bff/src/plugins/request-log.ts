import type { FastifyInstance } from 'fastify'

/** One line a request: the route's template, never the address itself, whose query may hold a code. */
export function registerRequestLog(app: FastifyInstance): void {
  app.addHook('onResponse', async (request, reply) => {
    const { responseClass, operationId } = request.routeOptions.config
    if (responseClass === 'asset' || responseClass === 'health') return
    request.log.info(
      {
        method: request.method,
        route: request.routeOptions.url ?? 'none',
        operation: operationId,
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
        actor: request.caller?.objectId,
      },
      'answered',
    )
  })
}
