import { endpoints } from '@trustwright/shared-schemas'
import type { FastifyInstance } from 'fastify'
import { registerEndpoint } from '../../routes/register-endpoint.ts'
import { sessionCookie, signInCookie } from '../../auth/cookies.ts'
import { readSession, type ReadSessionParts } from './read-session.ts'
import { signOut, type SignOutParts } from './sign-out.ts'

export function registerSessionRoutes(app: FastifyInstance, parts: ReadSessionParts & SignOutParts): void {
  registerEndpoint(app, endpoints.readSession, ({ request }) => readSession(parts, request.caller))
  registerEndpoint(app, endpoints.signOut, async ({ request, reply }) => {
    const continueAt = await signOut(parts, request.caller)
    reply.clearCookie(sessionCookie.name, sessionCookie.options)
    for (const name of signInCookie.namesIn(request.cookies)) reply.clearCookie(name, signInCookie.options)
    // Not "cookies": that would reach every other site of the same registered domain.
    reply.header('clear-site-data', '"cache", "storage"')
    return { continueAt }
  })
}
