import type { Operation } from '../../kernel/operation.ts'
import { answerRefusal } from '../core/answer-refusal.ts'
import { invalidRequest } from '../core/refusal.ts'

export const getToken: Operation = {
  id: 'entra/get-token',
  method: 'GET',
  path: '/{tenant}/oauth2/v2.0/token',
  summary: 'Refusal: the token endpoint takes POST only',
  source: 'https://learn.microsoft.com/entra/identity-platform/reference-error-codes',
  handle: (request, world) =>
    answerRefusal(request, world, () => {
      throw invalidRequest(
        900561,
        `The endpoint only accepts POST, OPTIONS requests. Received a ${request.method} request.`,
      )
    }),
}
