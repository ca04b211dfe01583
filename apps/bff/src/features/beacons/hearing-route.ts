import type { FastifyInstance } from 'fastify'
import * as z from 'zod'
import { PortalError } from '../../errors.ts'
import { createGlobalLimit } from './global-limit.ts'
import { hearToken, type HearDeps } from './hear-token.ts'
import { refusalWords } from './refusal-words.ts'

const largestBody = 16 * 1024
const perMinuteOfAddress = 20
const perMinuteOfAll = 300

const Body = z.union([z.string(), z.strictObject({ token: z.string() }).transform(({ token }) => token)])

/**
 * Where workloads post to. Nobody is signed in here: no cookie is read or set, and what is answered is for the log of a
 * job. It is a class of its own, which the guard of the portal's own requests leaves out by name.
 */
export function registerHearing(app: FastifyInstance, parts: Omit<HearDeps, 'demandRoom'>): void {
  const deps = { ...parts, demandRoom: createGlobalLimit(perMinuteOfAll, parts.clock) }
  app.register(async (scope) => {
    // `curl --data-binary` names the last of them unless it is told otherwise.
    scope.addContentTypeParser(
      ['application/jwt', 'text/plain', 'application/x-www-form-urlencoded'],
      { parseAs: 'string', bodyLimit: largestBody },
      (_request, body, done) => done(null, body),
    )
    scope.route<{ Params: { address: string } }>({
      method: 'POST',
      url: '/beacon/:address',
      bodyLimit: largestBody,
      config: {
        responseClass: 'beacon',
        access: 'public',
        operationId: 'hearToken',
        rateLimit: { max: perMinuteOfAddress, timeWindow: 60_000 },
      },
      schema: { hide: true },
      handler: async (request) => {
        const body = Body.safeParse(request.body).data
        if (body === undefined) throw new PortalError('BEACON_TOKEN_REFUSED', refusalWords['no-token'])
        return await hearToken(deps, request.params.address, body.trim())
      },
    })
  })
}
