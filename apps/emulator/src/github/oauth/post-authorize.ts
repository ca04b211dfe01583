import type { Operation } from '../../kernel/operation.ts'
import { hashOf, newSecret } from '../../entra/core/secrets.ts'
import { callerOf } from '../github-caller.ts'
import { authorizePage, unknownClientPage } from './authorize-page.ts'
import { errorAddress, readAuthorize } from './authorize-request.ts'

const codeLifeMs = 600_000

export const postAuthorize: Operation = {
  id: 'github/post-authorize',
  method: 'POST',
  path: '/github/login/oauth/authorize',
  summary: 'Answers of the page: back to the app with a code, or with access_denied',
  source: 'https://docs.github.com/apps/oauth-apps/building-oauth-apps/authorizing-oauth-apps',
  handle: (request, world) => {
    const read = readAuthorize(request.query, world)
    if (read === 'unknown') return unknownClientPage()
    if ('location' in read) return { status: 302, headers: { location: read.location } }
    const { redirectUri, state, codeChallenge } = read
    const form = new URLSearchParams(request.body)
    if (form.get('authorize') === '0') {
      const words = 'The user has denied your application access.'
      return { status: 302, headers: { location: errorAddress(redirectUri, 'access_denied', words, state) } }
    }
    const person = callerOf(form.get('login') ?? '')
    if (!person) {
      return authorizePage(`${request.path}?${request.query.toString()}`, new URL(redirectUri).origin)
    }
    const code = newSecret('')
    const expiresAt = world.clock.now() + codeLifeMs
    world.store.githubCodes.put(hashOf(code), { login: person.login, redirectUri, codeChallenge, expiresAt })
    const address = new URL(redirectUri)
    address.searchParams.set('code', code)
    if (state !== null) address.searchParams.set('state', state)
    return { status: 302, headers: { location: address.href } }
  },
}
