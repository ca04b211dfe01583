import rateLimit, { normalizeIP } from '@fastify/rate-limit'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { PortalError } from '../errors.ts'

/**
 * Requests a minute of one person, over all their sessions and access tokens, else of one address (of IPv6, of one network of
 * 64 bits). Counted in this process, and only what the guard let through.
 */
export async function registerRateLimit(app: FastifyInstance, requestsPerMinute: number): Promise<void> {
  await app.register(rateLimit, {
    max: requestsPerMinute,
    timeWindow: 60_000,
    cache: 10_000,
    keyGenerator,
    allowList: (request) => {
      const kind = request.routeOptions.config.responseClass
      return kind === 'asset' || kind === 'health' || kind === 'page' || kind === 'embedded'
    },
    errorResponseBuilder: (_request, { ttl }) =>
      new PortalError('TOO_MANY_REQUESTS', { retryAfterSeconds: Math.ceil(ttl / 1000) }),
  })
}

/** Whoever signs in again, or gets new access tokens, gets no new allowance. */
function keyGenerator({ caller, ip }: FastifyRequest): string {
  return caller === null ? normalizeIP(ip) : `${caller.tenantId}.${caller.objectId}`
}
