import type { FastifyInstance } from 'fastify'
import type { SignedInBrowser } from './build-test-app.ts'

export type GithubLogin = 'dana-contoso' | 'octocat' | 'robin-outside'

export interface StartedGithubSignIn {
  /** GitHub's authorize address. */
  readonly location: string
  /** `name=value` of the attempt's cookie. */
  readonly cookie: string
}

/** Begins as a browser with the session would. */
export async function startGithubSignIn(
  app: FastifyInstance,
  browser: Pick<SignedInBrowser, 'cookie'>,
  returnTo = '/new?src=github',
): Promise<StartedGithubSignIn> {
  const url = `/auth/github/sign-in?returnTo=${encodeURIComponent(returnTo)}`
  const answer = await app.inject({ url, headers: { cookie: browser.cookie } })
  const set = answer.cookies.find(({ value }) => value !== '')
  return { location: answer.headers.location ?? '', cookie: `${set?.name}=${set?.value}` }
}

/** Answers the emulator's page; returns the address that the browser is sent back to. */
export async function answerGithubPage(authorize: string, fields: Record<string, string>): Promise<URL> {
  const answer = await fetch(authorize, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams(fields),
  })
  return new URL(answer.headers.get('location') ?? `https://nowhere.invalid/${answer.status}`)
}

/** The way back, without the session's cookie: browsers do not send it with a visit that GitHub started. */
export async function comeBackFromGithub(app: FastifyInstance, url: URL, cookie: string) {
  return await app.inject({ url: url.pathname + url.search, headers: { cookie } })
}

/** The whole way; returns the page it ends at. */
export async function connectGithub(
  app: FastifyInstance,
  browser: Pick<SignedInBrowser, 'cookie'>,
  login: GithubLogin,
): Promise<string | undefined> {
  const { location, cookie } = await startGithubSignIn(app, browser)
  const back = await answerGithubPage(location, { login, authorize: '1' })
  return (await comeBackFromGithub(app, back, cookie)).headers.location
}
