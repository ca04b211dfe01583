import type { Operation } from '../../kernel/operation.ts'
import { answerPreflight } from '../token/cross-origin.ts'

export const optionsUserinfo: Operation = {
  id: 'entra/options-userinfo',
  method: 'OPTIONS',
  path: '/oidc/userinfo',
  summary: "Preflight of a browser's userinfo request",
  source: 'https://learn.microsoft.com/entra/identity-platform/userinfo',
  handle: (request) => answerPreflight(request, 'GET, POST, OPTIONS'),
}
