import { safeReturnTo, type GithubSignInOutcome } from '@trustwright/shared-schemas'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import * as z from 'zod'
import { sessionCookie, signInCookie } from './cookies.ts'
import {
  beginGithubSignIn,
  completeGithubSignIn,
  GithubSignInRefusal,
  outcomeOf,
  type GithubSignInParts,
} from './github-sign-in.ts'

const text = z.string().max(4096)
const StartQuery = z.object({ returnTo: text.optional() })
const CallbackQuery = z.object({ code: text.optional(), state: text.optional(), error: text.optional() })

/** Without HEAD, which link checkers send: it would use up an attempt. */
const options = {
  config: { responseClass: 'auth', access: 'public' },
  schema: { hide: true },
  exposeHeadRoute: false,
} as const

/**
 * The two addresses of a sign-in to GitHub, for people who are signed in to the portal: the session's cookie does not come
 * with a request that another site started, so nobody else can begin one. Both answer with a redirect only, to a page of the
 * portal with `github=<outcome>`.
 */
export function registerGithubAuthRoutes(app: FastifyInstance, parts: GithubSignInParts): void {
  app.get('/auth/github/sign-in', options, async (request, reply) => {
    const returnTo = safeReturnTo(StartQuery.safeParse(request.query).data?.returnTo)
    try {
      const begun = await beginGithubSignIn(parts, returnTo, request.cookies[sessionCookie.name])
      for (const name of signInCookie.surplusIn(request.cookies))
        reply.clearCookie(name, signInCookie.options)
      reply.setCookie(signInCookie.nameFor(begun.state), begun.signInSecret, signInCookie.options)
      return await reply.redirect(begun.location, 303)
    } catch (error) {
      return await refuse(request, reply, error, returnTo)
    }
  })

  app.get('/auth/github/callback', options, async (request, reply) => {
    const query = CallbackQuery.safeParse(request.query).data ?? {}
    const name = signInCookie.nameFor(query.state ?? '')
    const signInSecret = request.cookies[name]
    if (signInSecret !== undefined) reply.clearCookie(name, signInCookie.options)
    try {
      const returnTo = await completeGithubSignIn(parts, query, signInSecret)
      return await reply.redirect(withOutcome(returnTo, 'connected'), 303)
    } catch (error) {
      return await refuse(request, reply, error, '/new')
    }
  })
}

async function refuse(
  request: FastifyRequest,
  reply: FastifyReply,
  error: unknown,
  otherwise: string,
): Promise<FastifyReply> {
  const outcome = outcomeOf(error)
  const level = outcome === 'portal-fault' ? 'error' : 'warn'
  request.log[level]({ err: error, outcome, security: true }, 'sign-in to GitHub refused')
  const known = error instanceof GithubSignInRefusal ? error.returnTo : null
  return await reply.redirect(withOutcome(known ?? otherwise, outcome), 303)
}

function withOutcome(page: string, outcome: GithubSignInOutcome): string {
  const url = new URL(page, 'https://portal.invalid')
  url.searchParams.set('github', outcome)
  return url.pathname + url.search
}
