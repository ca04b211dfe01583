import rateLimit from '@fastify/rate-limit'
import type { FastifyInstance } from 'fastify'
import { PortalError } from '../errors.ts'

/** Requests a minute of one session, else of one address. A session counts only after it was found. */
export async function registerRateLimit(app: FastifyInstance, requestsPerMinute: number): Promise<void> {
  await app.register(rateLimit, {
    max: requestsPerMinute,
    timeWindow: 60_000,
    cache: 10_000,
    keyGenerator: (request) => request.caller?.sessionId ?? request.ip,
    allowList: (request) => {
      const kind = request.routeOptions.config.responseClass
      return kind === 'asset' || kind === 'health' || kind === 'page'
    },
    errorResponseBuilder: (_request, { ttl }) =>
      new PortalError('TOO_MANY_REQUESTS', { retryAfterSeconds: Math.ceil(ttl / 1000) }),
  })
}
