import type { Operation } from '../../kernel/operation.ts'
import { answerUserinfo } from './answer-userinfo.ts'

export const getUserinfo: Operation = {
  id: 'entra/get-userinfo',
  method: 'GET',
  path: '/oidc/userinfo',
  summary: 'Claims about the person of an access token for Graph',
  source: 'https://learn.microsoft.com/entra/identity-platform/userinfo',
  handle: answerUserinfo,
}
