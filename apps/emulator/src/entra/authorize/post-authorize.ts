import type { Operation } from '../../kernel/operation.ts'
import { grantCode, runAuthorize } from './authorize-flow.ts'
import { accessDenied } from '../core/refusal.ts'
import { sameSecret } from '../core/secrets.ts'
import { startSession } from './sessions.ts'
import { signInPage } from './sign-in-page.ts'

export const postAuthorize: Operation = {
  id: 'entra/post-authorize',
  method: 'POST',
  path: '/{tenant}/oauth2/v2.0/authorize',
  summary: 'Sign-in with username and password from the sign-in page, or its Cancel button',
  source: 'https://learn.microsoft.com/entra/identity-platform/v2-oauth2-auth-code-flow',
  handle: (request, world) =>
    runAuthorize(request, world, (authorize) => {
      const form = new URLSearchParams(request.body)
      if (form.has('cancel')) throw accessDenied(65004, 'User declined to consent to access the app.')
      const username = (form.get('username') ?? '').trim()
      const user = world.store.users
        .list()
        .find((each) => each.username.toLowerCase() === username.toLowerCase())
      if (!user || !sameSecret(user.password, form.get('password') ?? '')) {
        const text = user
          ? 'That password does not belong to this account (AADSTS50126).'
          : 'This username is not in the directory (AADSTS50034). The accounts above exist.'
        const action = `${request.path}?${request.query.toString()}`
        return signInPage({ request: authorize, action, problem: { text, username } }, world)
      }
      return grantCode(authorize, { user, ...startSession(world, user) }, world)
    }),
}
