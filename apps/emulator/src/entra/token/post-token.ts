import type { EmulatorRequest, Operation } from '../../kernel/operation.ts'
import { answerRefusal } from '../core/answer-refusal.ts'
import { missingParameter } from '../core/refusal.ts'
import { requireOnce } from '../core/require-once.ts'
import { answerTokenRequest } from './token-flow.ts'

export const postToken: Operation = {
  id: 'entra/post-token',
  method: 'POST',
  path: '/{tenant}/oauth2/v2.0/token',
  summary:
    'Token endpoint: authorization_code, refresh_token, client_credentials (secret, certificate, outside token), on-behalf-of, device_code',
  source: 'https://learn.microsoft.com/entra/identity-platform/v2-oauth2-auth-code-flow',
  handle: (request, world) =>
    answerRefusal(request, world, () => answerTokenRequest(request, readTokenForm(request), world)),
}

/** Throws for what is no form, and for a parameter given twice. Parameters that nobody reads are let by. */
export function readTokenForm(request: EmulatorRequest): URLSearchParams {
  const type = request.headers['content-type'] ?? ''
  if (!/^application\/x-www-form-urlencoded\b/i.test(type)) throw missingParameter('grant_type')
  const form = new URLSearchParams(request.body)
  requireOnce(form)
  return form
}
