import type { Operation } from '../../kernel/operation.ts'
import { answerLogout } from './logout-flow.ts'

export const getLogout: Operation = {
  id: 'entra/get-logout',
  method: 'GET',
  path: '/{tenant}/oauth2/v2.0/logout',
  summary: 'Ends single sign-on; leads back to registered addresses only',
  source: 'https://learn.microsoft.com/entra/identity-platform/v2-protocols-oidc#send-a-sign-out-request',
  handle: answerLogout,
}
