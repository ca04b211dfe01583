import { refuse } from '../core/refusal.ts'
import { queryFaults } from './query-faults.ts'

const known = [
  'select',
  'filter',
  'search',
  'orderby',
  'top',
  'skip',
  'skiptoken',
  'count',
  'expand',
  'format',
] as const

type OptionName = (typeof known)[number]

/** Query options as sent; the `$` in front of a name is optional in Graph. */
export type QueryOptions = Partial<Record<OptionName, string>>

/**
 * Reads the options of a query. Throws for an option with `$` that Graph does not know; other parameters are the
 * client's own affair. https://learn.microsoft.com/graph/query-parameters
 */
export function readOptions(query: URLSearchParams): QueryOptions {
  const options: QueryOptions = {}
  for (const [name, value] of query) {
    const bare = name.replace(/^\$/, '').toLowerCase()
    const option = known.find((candidate) => candidate === bare)
    if (option !== undefined) {
      if (options[option] !== undefined) throw refuse(queryFaults.optionTwice(`$${option}`))
      options[option] = value.trim()
    } else if (name.startsWith('$')) throw refuse(queryFaults.unknownOption(name))
  }
  return options
}

/** `$count=true`. Throws for anything that is not a boolean. */
export function countAsked({ count }: QueryOptions): boolean {
  if (count === undefined) return false
  if (!/^(true|false)$/i.test(count)) throw refuse(queryFaults.badCount(count))
  return count.toLowerCase() === 'true'
}

const defaultPageSize = 100
const largestPageSize = 999

/** `$top`: 100 when left out, of a log its largest page. Throws outside 1 to `most`. */
export function pageSizeOf({ top }: QueryOptions, ofLog?: number): number {
  const most = ofLog ?? largestPageSize
  if (top === undefined) return ofLog ?? defaultPageSize
  const size = /^\d{1,9}$/.test(top) ? Number(top) : 0
  if (size < 1 || size > most) throw refuse(queryFaults.pageSize(top, most))
  return size
}
