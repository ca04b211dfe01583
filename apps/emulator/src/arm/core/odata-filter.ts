import { queryValue } from './api-versions.ts'
import { faults } from './faults.ts'
import { refuse } from './refusal.ts'

/** One condition of an authorization `$filter`. */
export interface Condition {
  /** Property compared with `eq`, or name of the function called, lower case. */
  name: string
  kind: 'eq' | 'call'
  value: string
}

const conditionPattern = /^(?:(\w+)\s+eq\s+'((?:[^']|'')*)'|(\w+)\((?:'((?:[^']|'')*)')?\))$/

/**
 * Reads `a eq 'x'`, `f()` and `f('x')`, joined by `and`: all that the authorization lists take. Throws for
 * anything else and for names that are not in `known` (lower case).
 */
export function readFilter(query: URLSearchParams, known: readonly string[]): Condition[] {
  const filter = queryValue(query, '$filter')?.trim() ?? ''
  if (filter === '') return []
  return filter.split(/\s+and\s+/i).map((part) => {
    const found = conditionPattern.exec(part)
    const name = (found?.[1] ?? found?.[3] ?? '').toLowerCase()
    if (!found || !known.includes(name)) throw refuse(faults.invalidQuery('$filter', filter))
    const value = (found[2] ?? found[4] ?? '').replaceAll("''", "'")
    return { name, kind: found[1] === undefined ? 'call' : 'eq', value }
  })
}
