import { propertiesOf, type GraphVersion, type TypeInfo } from '../core/entity-type.ts'
import { refuse } from '../core/refusal.ts'
import type { Filter } from './filter.ts'
import { mostClauses, queryFaults } from './query-faults.ts'

interface Rules {
  type: TypeInfo
  version: GraphVersion
  /** `ConsistencyLevel: eventual` and `$count=true` were both sent. */
  advanced: boolean
  /** Paths below this property are refused here, whatever is documented. */
  refused?: string | undefined
}

/**
 * Throws for a property that the type does not have, for an operator that Graph does not document for it, and for
 * what only advanced queries may do.
 */
export function checkFilter(filter: Filter, rules: Rules, prefix: readonly string[] = []): void {
  const clauses = alternatives(filter)
  if (clauses > mostClauses && rules.type.directoryObject !== false && !rules.advanced) {
    throw refuse(queryFaults.tooManyClauses(clauses))
  }
  if (filter.kind === 'and' || filter.kind === 'or') {
    checkFilter(filter.left, rules, prefix)
    checkFilter(filter.right, rules, prefix)
    return
  }
  if (filter.kind === 'not') {
    demandAdvanced('Not', rules)
    checkFilter(filter.of, rules, prefix)
    return
  }
  const path = [...prefix, ...filter.path]
  demandKnown(path, rules)
  if (rules.refused !== undefined && path[0]?.toLowerCase() === rules.refused.toLowerCase()) {
    throw refuse(queryFaults.unsupportedFilter(path.join('/'), rules.type.resource))
  }
  if (filter.kind === 'any' || filter.kind === 'all') {
    if (filter.of) checkFilter(filter.of, rules, path)
    else demand(path, 'any', rules)
    return
  }
  if (filter.kind === 'count') checkCount(filter, path, rules)
  else for (const operator of operatorsOf(filter)) demand(path, operator, rules)
}

function alternatives(filter: Filter): number {
  if (filter.kind === 'or') return alternatives(filter.left) + alternatives(filter.right)
  return filter.kind === 'in' ? filter.values.length : 1
}

type Leaf = Exclude<Filter, { kind: 'and' | 'or' | 'not' | 'any' | 'all' | 'count' }>

function operatorsOf(filter: Leaf): string[] {
  if (filter.kind === 'in') return ['in']
  if (filter.kind === 'call') return [filter.name]
  return filter.value === null ? [filter.operator, 'null'] : [filter.operator]
}

function checkCount(filter: Filter & { kind: 'count' }, path: string[], rules: Rules): void {
  const { operator, value } = filter
  demandAdvanced('$count', rules)
  demand([...path, '$count'], value === 0 ? `${operator}0` : operator, rules)
}

function demand(path: readonly string[], operator: string, rules: Rules): void {
  const name = path.join('/')
  const allowed = allowedAt(name, rules.type)
  if (!allowed.includes(operator)) throw refuse(queryFaults.unsupportedFilter(name, rules.type.resource))
  if (operator === 'ne' || operator === 'endsWith') demandAdvanced(operator, rules)
  if (allowed.includes('advanced') && !rules.advanced) throw refuse(queryFaults.advancedProperty(name))
}

function demandAdvanced(operator: string, { type, advanced }: Rules): void {
  if (type.directoryObject !== false && !advanced) throw refuse(queryFaults.advancedOnly(operator))
}

function allowedAt(name: string, type: TypeInfo): string[] {
  const found = Object.entries(type.filters).find(([known]) => known.toLowerCase() === name.toLowerCase())
  return found?.[1].split(' ') ?? []
}

function demandKnown([first = '']: readonly string[], { type, version }: Rules): void {
  const known = [...propertiesOf(type, version), ...type.navigations]
  if (!known.some((name) => name.toLowerCase() === first.toLowerCase())) {
    throw refuse(queryFaults.unknownProperty(first, type.name))
  }
}
