import type { FastifyInstance } from 'fastify'
import { sessionCookie } from '../auth/cookies.ts'

export interface StartedSignIn {
  /** Entra's authorize address. */
  readonly location: string
  /** `name=value` of the sign-in cookie. */
  readonly cookie: string
}

/** Begins a sign-in as a browser with these cookies would. */
export async function startSignIn(app: FastifyInstance, returnTo = '/', cookie = ''): Promise<StartedSignIn> {
  const answer = await app.inject({
    url: `/auth/sign-in?returnTo=${encodeURIComponent(returnTo)}`,
    headers: { cookie },
  })
  const location = answer.headers.location ?? ''
  const set = answer.cookies.find(({ value }) => value !== '')
  return { location, cookie: `${set?.name}=${set?.value}` }
}

/** Comes back from Entra to the address it named. */
export async function comeBack(app: FastifyInstance, url: URL, cookie: string) {
  return await app.inject({ url: url.pathname + url.search, headers: { cookie } })
}

export type CallbackAnswer = Awaited<ReturnType<typeof comeBack>>

/** Value of the session cookie that an answer sets. */
export function sessionOf(answer: CallbackAnswer): string | undefined {
  return answer.cookies.find(({ name }) => name === sessionCookie.name)?.value
}
