import { isObject, isSame, memberName, type Json, type JsonObject, toText } from '../json.ts'
import { anyNumber, takes, type Args, type FunctionDefinition } from './definition.ts'

/**
 * Functions over arrays, objects and strings alike.
 * Source: https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-array
 */
export const collectionFunctions: Record<string, FunctionDefinition> = {
  array: takes(1, (args) => (Array.isArray(args.at(0)) ? args.at(0) : [args.at(0)])),
  concat: takes(1, concat, anyNumber),
  contains: takes(2, contains),
  createarray: takes(0, (args) => [...args.values], anyNumber),
  empty: takes(1, (args) => args.at(0) === null || sizeOf(args) === 0),
  first: takes(1, (args) => end(args, 0)),
  last: takes(1, (args) => end(args, -1)),
  flatten: takes(1, (args) => args.array(0).flat()),
  indexof: takes(2, (args) => position(args, 'first')),
  lastindexof: takes(2, (args) => position(args, 'last')),
  intersection: takes(2, intersection, anyNumber),
  join: takes(2, (args) => args.array(0).map(toText).join(args.text(1))),
  length: takes(1, sizeOf),
  skip: takes(2, (args) => cut(args, (count) => [Math.max(0, count)])),
  take: takes(2, (args) => cut(args, (count) => [0, Math.max(0, count)])),
  union: takes(2, union, anyNumber),
  range: takes(2, range),
  indexfromend: takes(2, (args) => {
    const found = args.array(0).at(-args.integer(1))
    if (found === undefined || args.integer(1) < 1) throw args.problem('the index is out of bounds')
    return found
  }),
}

function concat(args: Args): Json {
  if (Array.isArray(args.at(0))) return args.arrays().flat()
  return args.values
    .map((value, index) => {
      if (isObject(value) || Array.isArray(value)) throw args.wrongType('String', index)
      return toText(value)
    })
    .join('')
}

function contains(args: Args): boolean {
  const container = args.at(0)
  if (typeof container === 'string') return container.includes(toText(args.at(1)))
  if (Array.isArray(container)) return container.some((item) => isSame(item, args.at(1)))
  return memberName(args.object(0), toText(args.at(1))) !== undefined
}

function sizeOf(args: Args): number {
  const value = args.at(0)
  if (typeof value === 'string' || Array.isArray(value)) return value.length
  if (isObject(value)) return Object.keys(value).length
  throw args.wrongType('String, Array, Object')
}

function end(args: Args, index: 0 | -1): Json {
  const value = args.at(0)
  if (typeof value === 'string') return value.at(index) ?? ''
  return args.array(0).at(index) ?? null
}

/** In a string without regard to case, as published. */
function position(args: Args, which: 'first' | 'last'): number {
  const container = args.at(0)
  if (Array.isArray(container)) {
    const isWanted = (item: Json) => isSame(item, args.at(1))
    return which === 'first' ? container.findIndex(isWanted) : container.findLastIndex(isWanted)
  }
  const [text, wanted] = [args.text(0).toLowerCase(), args.text(1).toLowerCase()]
  return which === 'first' ? text.indexOf(wanted) : text.lastIndexOf(wanted)
}

function cut(args: Args, rangeOf: (count: number) => [number, number?]): Json {
  const value = args.at(0)
  const wanted = rangeOf(args.integer(1))
  return typeof value === 'string' ? value.slice(...wanted) : args.array(0).slice(...wanted)
}

function range(args: Args): number[] {
  const [start, count] = [args.integer(0), args.integer(1)]
  if (count < 0 || count > 10_000) throw args.problem('the count has to be from 0 to 10000')
  return Array.from({ length: count }, (_, index) => start + index)
}

function union(args: Args): Json {
  if (Array.isArray(args.at(0))) {
    const all = args.arrays().flat()
    return all.filter((item, index) => all.findIndex((other) => isSame(item, other)) === index)
  }
  return args.objects().reduce(mergeDeep)
}

/** Members of the later object win; objects in objects are merged too. */
function mergeDeep(one: JsonObject, other: JsonObject): JsonObject {
  const merged = new Map(Object.entries(one))
  for (const [name, value] of Object.entries(other)) {
    const key = memberName(one, name) ?? name
    const before = merged.get(key)
    merged.set(key, isObject(before) && isObject(value) ? mergeDeep(before, value) : value)
  }
  return Object.fromEntries(merged)
}

function intersection(args: Args): Json {
  if (Array.isArray(args.at(0))) {
    const [first = [], ...others] = args.arrays()
    return first.filter((item) => others.every((other) => other.some((one) => isSame(item, one))))
  }
  const [first = {}, ...others] = args.objects()
  const common = Object.entries(first).filter(([name, value]) =>
    others.every((other) => Object.hasOwn(other, name) && isSame(value, other[name] ?? null)),
  )
  return Object.fromEntries(common)
}
