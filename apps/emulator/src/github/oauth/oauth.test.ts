import { createHash } from 'node:crypto'
import { afterAll, expect, test } from 'vitest'
import { z } from 'zod'
import { githubApp } from '../../seed-github.ts'
import { startTestEmulator } from '../../testing/start-test-emulator.ts'

const emulator = await startTestEmulator()
afterAll(() => emulator.close())
const { browserOrigin, httpsOrigin, world } = emulator

const callback = `${world.settings.portalOrigin}/auth/github/callback`
const verifier = 'v'.repeat(43)
const challenge = createHash('sha256').update(verifier).digest('base64url')
const client = { client_id: githubApp.clientId, client_secret: githubApp.clientSecret }
const Tokens = z.looseObject({ access_token: z.string(), refresh_token: z.string() })

const authorize = (changes: Record<string, string> = {}) => {
  const query = { client_id: githubApp.clientId, redirect_uri: callback, state: 'state-1', ...changes }
  return `${browserOrigin}/github/login/oauth/authorize?${new URLSearchParams(query).toString()}`
}

async function answerPage(fields: Record<string, string>, address = authorize()) {
  const answer = await emulator.fetch(address, { method: 'POST', body: new URLSearchParams(fields) })
  return { status: answer.status, at: new URL(answer.headers.get('location') ?? 'https://nowhere.invalid') }
}

async function newCode(changes: Record<string, string> = {}): Promise<string> {
  const { at } = await answerPage({ login: 'dana-contoso', authorize: '1' }, authorize(changes))
  return at.searchParams.get('code') ?? ''
}

async function grant(fields: Record<string, string>): Promise<unknown> {
  const answer = await emulator.fetch(`${httpsOrigin}/github/login/oauth/access_token`, {
    method: 'POST',
    headers: { accept: 'application/json' },
    body: new URLSearchParams({ ...client, ...fields }),
  })
  expect(answer.status).toBe(200)
  return await answer.json()
}

const newTokens = async () => Tokens.parse(await grant({ code: await newCode() }))

async function repositoryStatus(token: string): Promise<number> {
  const headers = { 'user-agent': 'test', authorization: `Bearer ${token}` }
  return (await emulator.fetch(`${httpsOrigin}/github/repos/contoso/pay-api`, { headers })).status
}

test('the page names the app and the people, and leads back with a code that gives a token', async () => {
  const page = await emulator.fetch(authorize())
  expect([page.status, await page.text()]).toEqual([200, expect.stringContaining('dana-contoso')])
  const { status, at } = await answerPage({ login: 'dana-contoso', authorize: '1' })
  expect([status, at.origin + at.pathname, at.searchParams.get('state')]).toEqual([302, callback, 'state-1'])
  const tokens = Tokens.parse(await grant({ code: at.searchParams.get('code') ?? '' }))
  expect(tokens).toMatchObject({ token_type: 'bearer', expires_in: 28_800, scope: '' })
  expect(await repositoryStatus(tokens.access_token)).toBe(200)
})

test.for([
  ['an unknown client', { client_id: 'other' }, 404, null],
  ['another address', { redirect_uri: 'https://evil.example/' }, 302, 'redirect_uri_mismatch'],
  ['a plain challenge', { code_challenge: challenge }, 302, 'invalid_request'],
] as const)('the page refuses %s', async ([, changes, status, error]) => {
  for (const answer of [
    await emulator.fetch(authorize(changes)),
    await emulator.fetch(authorize(changes), { method: 'POST', body: 'login=dana-contoso' }),
  ]) {
    expect(answer.status).toBe(status)
    const start = answer.headers.get('location')?.split('&')[0]
    expect(start).toBe(error === null ? undefined : `${callback}?error=${error}`)
  }
})

test('who cancels is led back without a code, and who is nobody is asked again', async () => {
  const { at } = await answerPage({ login: 'dana-contoso', authorize: '0' })
  expect([at.searchParams.get('error'), at.searchParams.has('code')]).toEqual(['access_denied', false])
  expect((await answerPage({ login: 'nobody', authorize: '1' })).status).toBe(200)
})

test.for([
  ['a wrong secret', { client_secret: 'wrong' }, 'incorrect_client_credentials'],
  ['an unknown code', { code: 'unknown' }, 'bad_verification_code'],
  ['no code', {}, 'bad_verification_code'],
  ['an unknown grant', { grant_type: 'password' }, 'unsupported_grant_type'],
  ['an unknown refresh token', { grant_type: 'refresh_token', refresh_token: 'x' }, 'bad_refresh_token'],
] as const)('no token is given for %s', async ([, fields, error]) => {
  expect(await grant(fields)).toMatchObject({ error })
})

test('a code works once, for its own address and verifier, and for ten minutes', async () => {
  const code = await newCode()
  expect(await grant({ code })).toHaveProperty('access_token')
  expect(await grant({ code })).toMatchObject({ error: 'bad_verification_code' })
  const elsewhere = { code: await newCode(), redirect_uri: 'https://evil.example/' }
  expect(await grant(elsewhere)).toMatchObject({ error: 'redirect_uri_mismatch' })
  const proof = { code_challenge: challenge, code_challenge_method: 'S256' }
  expect(await grant({ code: await newCode(proof) })).toMatchObject({ error: 'bad_verification_code' })
  const good = { code: await newCode(proof), code_verifier: verifier }
  expect(await grant(good)).toHaveProperty('access_token')
  const late = await newCode()
  world.clock.move(600_001)
  expect(await grant({ code: late })).toMatchObject({ error: 'bad_verification_code' })
})

test('a token ends after eight hours, and a refresh token gives a new pair once', async () => {
  const old = await newTokens()
  world.clock.move(28_800_001)
  expect(await repositoryStatus(old.access_token)).toBe(401)
  const renewal = { grant_type: 'refresh_token', refresh_token: old.refresh_token }
  const renewed = Tokens.parse(await grant(renewal))
  expect(await repositoryStatus(renewed.access_token)).toBe(200)
  expect(await grant(renewal)).toMatchObject({ error: 'bad_refresh_token' })
})

test('the app withdraws a token with its own secret', async () => {
  const { access_token } = await newTokens()
  const withdraw = async (secret: string, id: string = githubApp.clientId) => {
    const authorization = `Basic ${Buffer.from(`${githubApp.clientId}:${secret}`).toString('base64')}`
    const answer = await emulator.fetch(`${httpsOrigin}/github/applications/${id}/token`, {
      method: 'DELETE',
      headers: { authorization, 'content-type': 'application/json' },
      body: JSON.stringify({ access_token }),
    })
    return answer.status
  }
  expect(await withdraw('wrong')).toBe(401)
  expect(await withdraw(githubApp.clientSecret, 'other')).toBe(401)
  expect(await repositoryStatus(access_token)).toBe(200)
  expect(await withdraw(githubApp.clientSecret)).toBe(204)
  expect(await repositoryStatus(access_token)).toBe(401)
  expect(await withdraw(githubApp.clientSecret)).toBe(404)
})
