import { ApiProblem } from './api-problem.ts'

const lostCodes = new Set(['UPSTREAM_TIMEOUT', 'UPSTREAM_FAILED', 'INTERNAL', 'DATABASE_UNAVAILABLE'])

/** True after a write of which nobody knows whether Azure did it. */
export function isAnswerLost(error: unknown): boolean {
  return !(error instanceof ApiProblem) || lostCodes.has(error.code)
}
