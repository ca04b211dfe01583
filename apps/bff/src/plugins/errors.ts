import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { errorCatalogue, type Problem } from '@trustwright/shared-schemas'
import { challengeOf } from '../domain/claims-challenge.ts'
import { PortalError } from '../errors.ts'
import { toPortalError } from './to-portal-error.ts'

/** One handler for everything that is thrown: RFC 9457, without a word about the inside. */
export function registerErrors(app: FastifyInstance): void {
  app.setErrorHandler(async (error, request, reply) => sendProblem(error, request, reply))
  app.setNotFoundHandler(async (request, reply) =>
    sendProblem(new PortalError('ROUTE_NOT_FOUND'), request, reply),
  )
}

/** Answers with the problem of an error, and logs what the person does not see. */
export function sendProblem(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const known = toPortalError(error)
  const byToken = request.door === 'bearer'
  const problem = toProblem(known, request.id, byToken)
  if (problem.status >= 500) request.log.error({ err: error, code: known.code }, 'request failed')
  else request.log.info({ code: known.code, detail: known.detail }, 'request refused')
  if (problem.retryAfterSeconds !== undefined)
    reply.header('retry-after', Math.ceil(problem.retryAfterSeconds))
  if (byToken && problem.status === 401) reply.header('www-authenticate', challengeOf(problem.claims))
  return reply
    .status(problem.status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .serializer((body: unknown) => JSON.stringify(body))
    .send(problem)
}

function toProblem(error: PortalError, requestId: string, byToken: boolean): Problem {
  const { status, title } = errorCatalogue[error.code]
  // With a session the portal keeps the claims itself, for the next sign-in.
  const { claims, ...extras } = error.extras
  return {
    type: `urn:trustwright:error:${error.code.toLowerCase().replaceAll('_', '-')}`,
    title,
    status,
    code: error.code,
    detail: error.detail,
    nextStep: error.nextStep,
    requestId,
    ...extras,
    ...(byToken && claims !== undefined && { claims }),
  }
}
