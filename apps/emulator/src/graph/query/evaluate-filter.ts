import type { Item, JsonObject } from '../core/entity-type.ts'
import type { Comparison, Filter, Literal } from './filter.ts'

/** A place in an object that a path leads from: an item, a part of its JSON, or an element of a collection. */
type Node = { item: Item } | { value: unknown }

/** Whether an item meets the filter. Text is compared without regard to case, as the directory does (u). */
export function meets(item: Item, filter: Filter): boolean {
  return evaluate({ item }, filter)
}

function evaluate(node: Node, filter: Filter): boolean {
  if (filter.kind === 'and') return evaluate(node, filter.left) && evaluate(node, filter.right)
  if (filter.kind === 'or') return evaluate(node, filter.left) || evaluate(node, filter.right)
  if (filter.kind === 'not') return !evaluate(node, filter.of)
  if (filter.kind === 'any' || filter.kind === 'all') return evaluateLambda(node, filter)
  if (filter.kind === 'count') {
    return compare(countAt(node, filter.path), filter.operator, filter.value)
  }
  const value = valueAt(node, filter.path)
  if (filter.kind === 'in') return filter.values.some((one) => compare(value, 'eq', one))
  if (filter.kind === 'call') return call(filter.name, value, filter.value)
  return compare(value, filter.operator, filter.value)
}

function evaluateLambda(node: Node, { kind, path, of }: Filter & { kind: 'any' | 'all' }): boolean {
  const elements = elementsAt(node, path)
  const fits = (element: Node) => !of || evaluate(element, of)
  return kind === 'any' ? elements.some(fits) : elements.every(fits)
}

function step(node: Node, name: string): Node {
  const object: unknown = 'item' in node ? node.item.json() : node.value
  if (!isObject(object)) return { value: undefined }
  if (Object.hasOwn(object, name)) return { value: object[name] }
  const key = Object.keys(object).find((known) => known.toLowerCase() === name.toLowerCase())
  return { value: key === undefined ? undefined : object[key] }
}

function valueAt(node: Node, path: readonly string[]): unknown {
  const end = path.reduce(step, node)
  return 'item' in end ? end.item.json() : end.value
}

function elementsAt(node: Node, path: readonly string[]): Node[] {
  const relation = relationAt(node, path)
  if (relation) return relation.item.navigate(relation.name).map((item) => ({ item }))
  const value = valueAt(node, path)
  return Array.isArray(value) ? value.map((element: unknown) => ({ value: element })) : []
}

function countAt(node: Node, path: readonly string[]): number {
  const relation = relationAt(node, path)
  return relation ? relation.item.count(relation.name) : elementsAt(node, path).length
}

/** The relation that a path names, spelt as the type spells it. */
function relationAt(node: Node, path: readonly string[]): { item: Item; name: string } | undefined {
  const [first = ''] = path
  if (!('item' in node) || path.length !== 1) return undefined
  const { item } = node
  const { navigations } = item.type
  const name = navigations.includes(first)
    ? first
    : navigations.find((known) => known.toLowerCase() === first.toLowerCase())
  return name === undefined ? undefined : { item, name }
}

function call(name: 'startsWith' | 'endsWith' | 'contains', value: unknown, given: Literal): boolean {
  if (typeof value !== 'string' || typeof given !== 'string') return false
  const [text, part] = [value.toLowerCase(), given.toLowerCase()]
  if (name === 'startsWith') return text.startsWith(part)
  return name === 'endsWith' ? text.endsWith(part) : text.includes(part)
}

function compare(value: unknown, operator: Comparison, given: Literal): boolean {
  const order = orderOf(value ?? null, given)
  if (operator === 'eq') return order === 0
  if (operator === 'ne') return order !== 0
  if (order === undefined) return false
  if (operator === 'gt') return order > 0
  if (operator === 'ge') return order >= 0
  return operator === 'lt' ? order < 0 : order <= 0
}

/** Below, at or above zero; undefined for values that have no order between them. */
function orderOf(value: unknown, given: Literal): number | undefined {
  if (value === given) return 0
  if (typeof value === 'number' && typeof given === 'number') return value - given
  if (typeof value !== 'string' || typeof given !== 'string') return undefined
  const [one, other] = [instantOf(value), instantOf(given)]
  if (one !== undefined && other !== undefined) return one - other
  const [left, right] = [value.toLowerCase(), given.toLowerCase()]
  return left < right ? -1 : left > right ? 1 : 0
}

function instantOf(text: string): number | undefined {
  return /^\d{4}-\d\d-\d\d(T[\d:.]+(Z|[+-]\d\d:\d\d)?)?$/i.test(text) ? Date.parse(text) : undefined
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
