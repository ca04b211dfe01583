import type { Endpoint } from '@trustwright/shared-schemas'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type * as z from 'zod'
import type { Caller } from '../ports.ts'
import { PortalError } from '../errors.ts'
import { callerOf } from '../plugins/request-context.ts'
import { describeEndpoint } from './describe-endpoint.ts'

type Parsed<E extends Endpoint, Part extends 'params' | 'query' | 'body'> = E extends {
  [K in Part]: infer S extends z.ZodType
}
  ? z.output<S>
  : undefined

export interface EndpointInput<E extends Endpoint> {
  readonly params: Parsed<E, 'params'>
  readonly query: Parsed<E, 'query'>
  readonly body: Parsed<E, 'body'>
  readonly caller: E['access'] extends 'signed-in' | 'administrator' ? Caller : Caller | null
  readonly request: FastifyRequest
  readonly reply: FastifyReply
}

export type EndpointHandler<E extends Endpoint> = (
  input: EndpointInput<E>,
) => Promise<z.input<E['reply']>> | z.input<E['reply']>

/**
 * Serves one endpoint of the contract: what comes in is parsed by its schemas, what goes out too, so a field that is
 * not declared never leaves.
 */
export function registerEndpoint<E extends Endpoint>(
  app: FastifyInstance,
  definition: E,
  handler: EndpointHandler<E>,
): void {
  app.route({
    ...routeOf(definition),
    handler: async (request, reply) => {
      const answer = await handler(inputOf(definition, request, reply))
      return reply.status(definition.status).send(answer)
    },
  })
}

/** Everything of an endpoint's route but its handler. */
export function routeOf(definition: Endpoint) {
  const { access, bodyLimit, door, method, operationId, path: url, requestsPerMinute } = definition
  return {
    method,
    url,
    config: {
      responseClass: 'api' as const,
      access,
      operationId,
      ...(door !== undefined && { door }),
      ...(requestsPerMinute !== undefined && { rateLimit: { max: requestsPerMinute, timeWindow: 60_000 } }),
    },
    ...(bodyLimit !== undefined && { bodyLimit }),
    schema: describeEndpoint(definition),
  }
}

/** What a handler is given. Throws SIGN_IN_REQUIRED. */
export function inputOf<E extends Endpoint>(
  definition: E,
  request: FastifyRequest,
  reply: FastifyReply,
): EndpointInput<E> {
  const caller = callerOf(request)
  if (definition.access !== 'public' && caller === null) throw new PortalError('SIGN_IN_REQUIRED')
  // Fastify has parsed each part by the schema of the same name; its own types cannot follow a generic definition.
  return {
    params: definition.params && request.params,
    query: definition.query && request.query,
    body: definition.body && request.body,
    caller,
    request,
    reply,
  } as unknown as EndpointInput<E>
}
