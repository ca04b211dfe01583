import * as z from 'zod'
import { parseJson } from '../azure/azure-answer.ts'
import { GithubGrantRefused, type GithubOauth, type GithubTokens } from '../github-port.ts'
import type { Clock } from '../ports.ts'
import { GithubRefusal, GithubUnreadable, type GithubAnswer } from './github-failures.ts'
import type { GithubPolicy } from './github-policy.ts'
import { mapGithubError } from './map-github-error.ts'
import { sendToGithub } from './send-to-github.ts'

export interface GithubOauthOptions {
  readonly apiUrl: string
  /** `https://github.com`: where browsers are sent. */
  readonly webUrl: string
  readonly tokenUrl: string
  readonly clientId: string
  readonly clientSecret: string
  readonly redirectUri: string
  readonly clock: Clock
  readonly policy: GithubPolicy
}

/** GitHub answers 200 in both cases. */
const Granted = z.looseObject({
  access_token: z.string().min(1),
  token_type: z.string().regex(/^bearer$/i),
  expires_in: z.number().positive().nullish(),
  refresh_token: z.string().min(1).nullish(),
  refresh_token_expires_in: z.number().positive().nullish(),
})
const Refused = z.looseObject({ error: z.string() })
const Person = z.looseObject({ login: z.string().min(1) })

export function createGithubOauth(options: GithubOauthOptions): GithubOauth {
  const { apiUrl, webUrl, tokenUrl, clientId, clientSecret, redirectUri, clock, policy } = options
  const basic = `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}`

  /** Never repeated: a code and a refresh token work once. */
  async function grant(fields: Readonly<Record<string, string>>): Promise<GithubTokens> {
    const body = new URLSearchParams({
      client_id: clientId,
      client_secret: clientSecret,
      ...fields,
    }).toString()
    const headers = { accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded' }
    const startedAt = clock.now()
    try {
      const answer = await policy.once(async (signal) =>
        orRefusal(await sendToGithub(tokenUrl, { method: 'POST', headers, body, signal })),
      )
      return readGrant(answer, startedAt)
    } catch (error) {
      throw mapGithubError(error, false, clock.now())
    }
  }

  return {
    // Without a scope: an app of GitHub has its permissions from its registration, any other shall see only what is public.
    authorizeAddress: (state, challenge) => {
      const address = new URL(`${webUrl}/login/oauth/authorize`)
      const query = { client_id: clientId, redirect_uri: redirectUri, state, allow_signup: 'false' }
      const proof = { code_challenge: challenge, code_challenge_method: 'S256' }
      address.search = new URLSearchParams({ ...query, ...proof }).toString()
      return address.href
    },
    redeem: (code, verifier) => grant({ code, redirect_uri: redirectUri, code_verifier: verifier }),
    renew: (refreshToken) => grant({ grant_type: 'refresh_token', refresh_token: refreshToken }),
    async withdraw(token) {
      const address = `${apiUrl}/applications/${encodeURIComponent(clientId)}/token`
      const headers = {
        accept: 'application/vnd.github+json',
        authorization: basic,
        'content-type': 'application/json',
      }
      const body = JSON.stringify({ access_token: token })
      try {
        const { status } = await policy.once((signal) =>
          sendToGithub(address, { method: 'DELETE', headers, body, signal }),
        )
        // 404: GitHub no longer knows it.
        return status === 204 || status === 404
      } catch {
        // The portal forgets the token all the same, and the person is told.
        return false
      }
    },
    async readLogin(token) {
      const headers = { accept: 'application/vnd.github+json', authorization: `Bearer ${token}` }
      try {
        const answer = await policy.read(async (signal) =>
          orRefusal(await sendToGithub(`${apiUrl}/user`, { method: 'GET', headers, signal })),
        )
        return Person.parse(parseJson(answer.text)).login
      } catch (error) {
        const isShape = error instanceof z.ZodError
        throw mapGithubError(isShape ? new GithubUnreadable('no login') : error, true, clock.now())
      }
    },
  }
}

function orRefusal(answer: GithubAnswer): GithubAnswer {
  if (answer.status >= 500) throw new GithubRefusal(answer)
  return answer
}

function readGrant({ status, text }: GithubAnswer, startedAt: number): GithubTokens {
  const body = parseJson(text)
  const refused = Refused.safeParse(body)
  if (refused.success) throw new GithubGrantRefused(refused.data.error.slice(0, 100))
  const granted = Granted.safeParse(body)
  if (status !== 200 || !granted.success) throw new GithubUnreadable('no grant and no refusal')
  const { access_token, expires_in, refresh_token, refresh_token_expires_in } = granted.data
  const endOf = (seconds: number | null | undefined) =>
    seconds === null || seconds === undefined ? null : startedAt + seconds * 1000
  return {
    token: access_token,
    tokenEndsAt: endOf(expires_in),
    refreshToken: refresh_token ?? null,
    refreshTokenEndsAt: endOf(refresh_token_expires_in),
  }
}
