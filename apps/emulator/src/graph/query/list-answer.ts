import type { EmulatorResponse } from '../../kernel/operation.ts'
import type { Item, TypeInfo } from '../core/entity-type.ts'
import type { GraphCall } from '../core/graph-call.ts'
import { refuse } from '../core/refusal.ts'
import { checkFilter } from './check-filter.ts'
import { contextOf } from './context.ts'
import { meets } from './evaluate-filter.ts'
import { expand, readExpansions } from './expand.ts'
import type { Filter } from './filter.ts'
import { sortItems } from './order.ts'
import { pageOf } from './paging.ts'
import { parseFilter } from './parse-filter.ts'
import { queryFaults } from './query-faults.ts'
import { countAsked, pageSizeOf, readOptions, type QueryOptions } from './query-options.ts'
import { found, readSearch } from './search.ts'
import { project, readSelection } from './select.ts'

export interface ListRequest {
  type: TypeInfo
  /** What follows `$metadata#`, without selection. */
  context: string
  /** Items, or how to find them: the filter lets a list look into an index first. */
  items: readonly Item[] | ((filter: Filter | undefined) => readonly Item[])
  /** Objects of several types: each carries `@odata.type`. */
  mixed?: boolean
  /** Of a log: its largest page, which is also the one sent unasked. */
  largestPage?: number
}

/** A collection's path and that of its count: both are answered by `collectionAnswer`. */
export function withCount(path: string): string[] {
  return [path, `${path}/$count`]
}

/** Answers a collection, or how many objects it has when the path ends in `/$count`. */
export function collectionAnswer(call: GraphCall, list: ListRequest): EmulatorResponse {
  return /\/\$count\/?$/i.test(call.request.path) ? countAnswer(call, list) : listAnswer(call, list)
}

/** Answers a collection with filter, search, order, pages, selection and expansion applied. */
function listAnswer(call: GraphCall, list: ListRequest): EmulatorResponse {
  const { request, version } = call
  const options = readOptions(request.query)
  const selection = readSelection(options.select, list.type, version)
  const expansions = readExpansions(options.expand, list.type)
  const { items, counted } = matching(call, list, options)
  const { page, next } = pageOf(items, pageSizeOf(options, list.largestPage), options.skiptoken)
  const value = page.map((item) => {
    const kind = list.mixed ? { '@odata.type': `#microsoft.graph.${item.type.name}` } : {}
    return { ...kind, ...project(item, selection, version), ...expand(item, expansions, version) }
  })
  return {
    status: 200,
    body: {
      '@odata.context': contextOf(call, list.context, selection, expansions),
      ...(counted ? { '@odata.count': items.length } : {}),
      ...(next === undefined ? {} : { '@odata.nextLink': nextLink(call, next) }),
      value,
    },
  }
}

/** Answers `/$count`: the number alone, as text. */
function countAnswer(call: GraphCall, list: ListRequest): EmulatorResponse {
  if (list.type.directoryObject !== false && !isEventual(call)) throw refuse(queryFaults.countNeedsHeader())
  const options = { ...readOptions(call.request.query), count: 'true' }
  const { items } = matching(call, list, options)
  return { status: 200, headers: { 'content-type': 'text/plain' }, body: String(items.length) }
}

function isEventual({ request }: GraphCall): boolean {
  return request.headers.consistencylevel?.toLowerCase() === 'eventual'
}

function matching(call: GraphCall, list: ListRequest, options: QueryOptions) {
  const { type } = list
  const directory = type.directoryObject !== false
  const eventual = isEventual(call)
  const asked = countAsked(options)
  const advanced = eventual && asked
  if (options.skip !== undefined && directory) throw refuse(queryFaults.notServed('$skip'))
  const filter = options.filter ? parseFilter(options.filter) : undefined
  const refused =
    call.world.reality.credentialFilters === 'refused' ? 'federatedIdentityCredentials' : undefined
  if (filter) checkFilter(filter, { type, version: call.version, advanced, refused })
  if (options.search && !eventual) throw refuse(queryFaults.searchNeedsHeader())
  const search = options.search ? readSearch(options.search, type) : undefined
  const candidates = typeof list.items === 'function' ? list.items(filter) : list.items
  const kept =
    filter || search
      ? candidates.filter((item) => (!filter || meets(item, filter)) && (!search || found(item, search)))
      : candidates
  const filtered = filter !== undefined || search !== undefined
  // Without the header the directory ignores `$count=true` in silence.
  const counted = asked && (eventual || !directory)
  return {
    items: sortItems(kept, options.orderby, {
      type,
      filtered,
      advanced: advanced || (eventual && search !== undefined),
    }),
    counted,
  }
}

/** The same query with the token of the next page. */
function nextLink({ request }: GraphCall, token: string): string {
  const query = [...request.query].filter(([name]) => !/^\$?skiptoken$/i.test(name))
  const parts = [...query, ['$skiptoken', token] as const].map(
    ([name, value]) => `${encodeURIComponent(name).replace('%24', '$')}=${encodeURIComponent(value)}`,
  )
  return `${request.origin}${request.path}?${parts.join('&')}`
}
