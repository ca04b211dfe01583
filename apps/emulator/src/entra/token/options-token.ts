import type { Operation } from '../../kernel/operation.ts'
import { answerPreflight } from './cross-origin.ts'

export const optionsToken: Operation = {
  id: 'entra/options-token',
  method: 'OPTIONS',
  path: '/{tenant}/oauth2/v2.0/token',
  summary: "Preflight of a single-page application's token request",
  source:
    'https://learn.microsoft.com/entra/identity-platform/v2-oauth2-auth-code-flow#redirect-uris-for-single-page-apps-spas',
  handle: (request) => answerPreflight(request, 'POST, OPTIONS'),
}
