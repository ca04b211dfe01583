import { safeReturnTo } from '@trustwright/shared-schemas'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import * as z from 'zod'
import { sessionCookie, signInCookie } from './cookies.ts'
import { createRefusalRecord } from './refusal-record.ts'
import { beginSignIn, completeSignIn, reasonFor, type Browser } from './sign-in.ts'
import type { SignInParts } from './sign-in-parts.ts'

const text = z.string().max(4096)
const StartQuery = z.object({ returnTo: text.optional() })
/** Entra may add parameters (session_state, client_info…), so unknown ones pass and are not read. */
const CallbackQuery = z.object({
  code: text.optional(),
  state: text.optional(),
  error: text.optional(),
  error_description: text.optional(),
})

/** Without HEAD, which link checkers send: it would use up an attempt. */
const options = {
  config: { responseClass: 'auth', access: 'public' },
  schema: { hide: true },
  exposeHeadRoute: false,
} as const

/** The two addresses of a sign-in. Both answer with a redirect only, and reflect nothing. */
export function registerAuthRoutes(app: FastifyInstance, parts: SignInParts): void {
  const record = createRefusalRecord({ ...parts, sessionId: '' })

  async function refuse(request: FastifyRequest, reply: FastifyReply, error: unknown): Promise<FastifyReply> {
    const reason = reasonFor(error)
    const isOurs = reason === 'portal-fault'
    request.log[isOurs ? 'error' : 'warn']({ err: error, reason, security: true }, 'sign-in refused')
    const outcome = isOurs || reason === 'entra-unreachable' ? 'failed' : 'refused'
    await record({ reason, outcome }, request.log)
    return await reply.redirect(`/sign-in-problem?reason=${reason}`, 303)
  }

  app.get('/auth/sign-in', options, async (request, reply) => {
    try {
      const query = StartQuery.safeParse(request.query)
      const returnTo = safeReturnTo(query.success ? query.data.returnTo : undefined)
      const begun = await beginSignIn(parts, returnTo, request.cookies[sessionCookie.name])
      for (const name of signInCookie.surplusIn(request.cookies))
        reply.clearCookie(name, signInCookie.options)
      reply.setCookie(signInCookie.nameFor(begun.state), begun.signInSecret, signInCookie.options)
      return await reply.redirect(begun.location, 303)
    } catch (error) {
      return await refuse(request, reply, error)
    }
  })

  app.get('/auth/callback', options, async (request, reply) => {
    try {
      const query = CallbackQuery.safeParse(request.query).data ?? {}
      const done = await completeSignIn(parts, query, browserOf(request, reply, query.state))
      reply.setCookie(sessionCookie.name, done.sessionSecret, sessionCookie.options)
      return await reply.redirect(done.returnTo, 303)
    } catch (error) {
      return await refuse(request, reply, error)
    }
  })
}

/** What the browser knows of the attempt that comes back. Its cookie is cleared: an attempt is used once. */
function browserOf({ cookies }: FastifyRequest, reply: FastifyReply, state: string | undefined): Browser {
  const name = signInCookie.nameFor(state ?? '')
  const signInSecret = cookies[name]
  if (signInSecret !== undefined) reply.clearCookie(name, signInCookie.options)
  return { signInSecret, sessionSecret: cookies[sessionCookie.name] }
}
