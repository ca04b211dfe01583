import { DrizzleQueryError } from 'drizzle-orm'

/** Classes and codes of https://www.postgresql.org/docs/18/errcodes-appendix.html that mean: not now. */
const sqlStates = /^(08...|53...|57P0[1-5]|40001|40P01|25006|58...)$/
const systemCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
])
/** Errors of node-postgres that carry no code. */
const clientMessages =
  /Connection terminated|timeout exceeded when trying to connect|Query read timeout|not queryable|Cannot use a pool after/

/** True when a query failed because the database is away, full or read-only, so that the same may work in a moment. */
export function databaseIsDown(error: unknown): boolean {
  if (!(error instanceof DrizzleQueryError)) return false
  const cause = error.cause
  if (cause instanceof AggregateError) return cause.errors.some(isAway)
  return isAway(cause)
}

function isAway(cause: unknown): boolean {
  if (!(cause instanceof Error)) return false
  const code = 'code' in cause && typeof cause.code === 'string' ? cause.code : ''
  return sqlStates.test(code) || systemCodes.has(code) || clientMessages.test(cause.message)
}
