import type { FastifyInstance } from 'fastify'
import { sessionCookie } from '../auth/cookies.ts'
import type { TestEmulator } from './start-emulator.ts'

export type Role = 'developer' | 'admin' | 'reader'

/** Signs in as a browser would, at the emulator's own page. Returns `name=value` of the session cookie. */
export async function signInThroughEmulator(
  app: FastifyInstance,
  emulator: TestEmulator,
  role: Role,
): Promise<string> {
  const start = await app.inject({ method: 'GET', url: '/auth/sign-in?returnTo=/trusts' })
  const cookie = start.cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
  const callback = await submitSignIn(emulator, start.headers.location ?? '', role)
  const end = await app.inject({
    method: 'GET',
    url: callback.pathname + callback.search,
    headers: { cookie },
  })
  const session = end.cookies.find(({ name }) => name === sessionCookie.name)
  if (session === undefined)
    throw new Error(`no session after sign-in: ${end.statusCode} ${end.headers.location}`)
  return `${session.name}=${session.value}`
}

/** Answers the sign-in page of an authorize address; returns the address that the browser is sent back to. */
export async function submitSignIn(emulator: TestEmulator, authorize: string, role: Role): Promise<URL> {
  const account = emulator.tenant.accounts.find((candidate) => candidate.role === role)
  if (account === undefined) throw new Error(`the emulator has no ${role}`)
  const answer = await fetch(authorize, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams({ username: account.username, password: account.password }),
  })
  const location = answer.headers.get('location')
  if (location === null) throw new Error(`the sign-in page answered ${answer.status}: ${await answer.text()}`)
  return new URL(location)
}
