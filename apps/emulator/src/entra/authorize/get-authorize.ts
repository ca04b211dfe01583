import type { EmulatorRequest, Operation } from '../../kernel/operation.ts'
import { grantCode, runAuthorize } from './authorize-flow.ts'
import { loginRequired } from '../core/refusal.ts'
import { findSession } from './sessions.ts'
import { signInPage } from './sign-in-page.ts'

export const getAuthorize: Operation = {
  id: 'entra/get-authorize',
  method: 'GET',
  path: '/{tenant}/oauth2/v2.0/authorize',
  summary: 'Sign-in page, or a code at once for a browser that is signed in',
  source: 'https://learn.microsoft.com/entra/identity-platform/v2-oauth2-auth-code-flow',
  handle: (request, world) =>
    runAuthorize(request, world, (authorize) => {
      const { prompt, loginHint } = authorize
      const found =
        prompt === 'login' || prompt === 'select_account' ? undefined : findSession(request, world)
      if (found && (loginHint === null || loginHint === found.user.username)) {
        return grantCode(authorize, found, world)
      }
      if (prompt === 'none') {
        throw loginRequired(50058, 'A silent sign-in request was sent but no user is signed in.')
      }
      return signInPage({ request: authorize, action: ownAddress(request) }, world)
    }),
}

function ownAddress(request: EmulatorRequest): string {
  return `${request.path}?${request.query.toString()}`
}
