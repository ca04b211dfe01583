import type { Operation } from '../../kernel/operation.ts'
import { authorizePage, unknownClientPage } from './authorize-page.ts'
import { readAuthorize } from './authorize-request.ts'

export const getAuthorize: Operation = {
  id: 'github/get-authorize',
  method: 'GET',
  path: '/github/login/oauth/authorize',
  summary: "GitHub's sign-in and consent on one page",
  source:
    'https://docs.github.com/apps/creating-github-apps/authenticating-with-a-github-app/generating-a-user-access-token-for-a-github-app#using-the-web-application-flow-to-generate-a-user-access-token',
  handle: (request, world) => {
    const read = readAuthorize(request.query, world)
    if (read === 'unknown') return unknownClientPage()
    if ('location' in read) return { status: 302, headers: { location: read.location } }
    const action = `${request.path}?${request.query.toString()}`
    return authorizePage(action, new URL(read.redirectUri).origin)
  },
}
