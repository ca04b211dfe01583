import { expressionErrors } from '../expression-error.ts'
import type { Json } from '../json.ts'

/**
 * What a template may grow to. Azure publishes the size of a template, 4 MB, and not where evaluation stops.
 * Source: https://learn.microsoft.com/azure/azure-resource-manager/templates/best-practices#template-limits
 */
const longestText = 4 * 1024 * 1024
const longestArray = 100_000
const mostIterations = 100_000

/** Throws for a value that has grown beyond what a template may hold. */
export function demandResultSize(functionName: string, value: Json): Json {
  const isTooLong =
    (typeof value === 'string' && value.length > longestText) ||
    (Array.isArray(value) && value.length > longestArray)
  if (isTooLong) throw expressionErrors.argumentValue(functionName, 'the result is too large')
  return value
}

/** Runs of an inner loop in all runs of the loops around it. Throws when they are too many. */
export function countIterations(functionName: string, around: number, count: number): number {
  const iterations = around * Math.max(1, count)
  if (iterations > mostIterations) {
    throw expressionErrors.argumentValue(functionName, 'its loops run too often')
  }
  return iterations
}

export function demandTextLength(functionName: string, length: number): void {
  if (length > longestText) throw expressionErrors.argumentValue(functionName, 'the result is too large')
}
