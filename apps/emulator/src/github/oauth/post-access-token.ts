import { createHash } from 'node:crypto'
import type { EmulatorRequest, EmulatorResponse, Operation } from '../../kernel/operation.ts'
import type { World } from '../../kernel/world.ts'
import { hashOf, sameSecret } from '../../entra/core/secrets.ts'
import { githubApp } from '../../seed-github.ts'
import { issueTokens } from './issue-tokens.ts'
import { readFields } from './read-fields.ts'

type Fields = Record<string, string | number>

export const postAccessToken: Operation = {
  id: 'github/post-access-token',
  method: 'POST',
  path: '/github/login/oauth/access_token',
  summary:
    'A code, with its PKCE verifier, or a refresh token for a new pair of tokens; refusals are 200 too',
  source:
    'https://docs.github.com/apps/oauth-apps/maintaining-oauth-apps/troubleshooting-oauth-app-access-token-request-errors',
  handle: (request, world) =>
    reply(
      request,
      world.transaction(() => answer(readFields(request), world)),
    ),
}

function answer(given: URLSearchParams, world: World): Fields {
  const isClient = given.get('client_id') === githubApp.clientId
  if (!isClient || !sameSecret(given.get('client_secret') ?? '', githubApp.clientSecret)) {
    return refusal('incorrect_client_credentials', 'The client_id and/or client_secret passed are incorrect.')
  }
  const grant = given.get('grant_type')
  if (grant === 'refresh_token') return renew(given, world)
  if (grant === null || grant === 'authorization_code') return redeem(given, world)
  // (u)
  return refusal('unsupported_grant_type', 'The grant_type is not supported.')
}

/** A code works once. */
function redeem(given: URLSearchParams, world: World): Fields {
  const key = hashOf(given.get('code') ?? '')
  const code = world.store.githubCodes.get(key)
  world.store.githubCodes.delete(key)
  const isAlive = code && code.expiresAt > world.clock.now()
  if (!isAlive || !fits(code.codeChallenge, given.get('code_verifier'))) {
    return refusal('bad_verification_code', 'The code passed is incorrect or expired.')
  }
  const wanted = given.get('redirect_uri')
  if (wanted !== null && wanted !== code.redirectUri) {
    return refusal(
      'redirect_uri_mismatch',
      'The redirect_uri MUST match the registered callback URL for this application.',
    )
  }
  return issueTokens(world, code.login)
}

/** The old pair ends. */
function renew(given: URLSearchParams, world: World): Fields {
  const { githubUserTokens } = world.store
  const [found] = githubUserTokens.by('refresh', hashOf(given.get('refresh_token') ?? ''))
  if (!found || found.refreshExpiresAt <= world.clock.now()) {
    // (u)
    return refusal('bad_refresh_token', 'The refresh token passed is incorrect or expired.')
  }
  githubUserTokens.delete(found.tokenHash)
  return issueTokens(world, found.login)
}

function fits(challenge: string | null, verifier: string | null): boolean {
  if (challenge === null) return true
  return (
    createHash('sha256')
      .update(verifier ?? '')
      .digest('base64url') === challenge
  )
}

function refusal(error: string, description: string): Fields {
  const uri = `/apps/managing-oauth-apps/troubleshooting-oauth-app-access-token-request-errors/#${error.replaceAll('_', '-')}`
  return { error, error_description: description, error_uri: uri }
}

/** Form-encoded unless JSON is asked for. */
function reply({ headers }: EmulatorRequest, fields: Fields): EmulatorResponse {
  const noStore = { 'cache-control': 'no-store' }
  if (/\bjson\b/i.test(headers.accept ?? '')) return { status: 200, headers: noStore, body: fields }
  const texts = Object.entries(fields).map(([name, value]): [string, string] => [name, String(value)])
  return {
    status: 200,
    headers: { ...noStore, 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' },
    body: new URLSearchParams(texts).toString(),
  }
}
