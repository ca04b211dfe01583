import type { Operation } from '../../kernel/operation.ts'
import { answerLogout } from './logout-flow.ts'

export const postLogout: Operation = {
  id: 'entra/post-logout',
  method: 'POST',
  path: '/{tenant}/oauth2/v2.0/logout',
  summary: 'The account that the person picked on the sign-out page',
  source: 'https://learn.microsoft.com/entra/identity-platform/v2-protocols-oidc#send-a-sign-out-request',
  handle: answerLogout,
}
