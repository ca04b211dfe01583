import { parseJson } from '../../kernel/parse-json.ts'
import { isEmpty, isTrue, textOf } from './values.ts'

type Lazy = () => unknown

/** Scalar functions that queries over resources use; arguments are evaluated when needed. */
export const scalarFunctions: Record<string, (values: Lazy[]) => unknown> = {
  tostring: ([value]) => textOf(value?.()),
  tolower: ([value]) => textOf(value?.()).toLowerCase(),
  toupper: ([value]) => textOf(value?.()).toUpperCase(),
  toint: ([value]) => numberOf(value?.()),
  tolong: ([value]) => numberOf(value?.()),
  toreal: ([value]) => numberOf(value?.()),
  tobool: ([value]) => (isEmpty(value?.()) ? null : textOf(value?.()).toLowerCase() === 'true'),
  todynamic: ([value]) => parsed(value?.()),
  parse_json: ([value]) => parsed(value?.()),
  dynamic: ([value]) => parsed(value?.()),
  strcat: (values) => values.map((value) => textOf(value())).join(''),
  strlen: ([value]) => textOf(value?.()).length,
  split: ([value, separator, index]) => {
    const parts = textOf(value?.()).split(textOf(separator?.()))
    return index ? [parts[Number(index())] ?? ''] : parts
  },
  substring: ([value, start, length]) => {
    const from = Number(start?.() ?? 0)
    const text = textOf(value?.()).slice(from)
    return length ? text.slice(0, Number(length())) : text
  },
  indexof: ([value, wanted]) => textOf(value?.()).indexOf(textOf(wanted?.())),
  replace_string: ([value, wanted, other]) => {
    const replacement = textOf(other?.())
    return textOf(value?.()).replaceAll(textOf(wanted?.()), () => replacement)
  },
  iff: ([test, yes, no]) => (isTrue(test?.()) ? yes?.() : no?.()),
  iif: ([test, yes, no]) => (isTrue(test?.()) ? yes?.() : no?.()),
  coalesce: (values) => values.map((value) => value()).find((value) => !isEmpty(value)) ?? null,
  array_length: ([value]) => lengthOf(value?.()),
  isempty: ([value]) => isEmpty(value?.()),
  isnotempty: ([value]) => !isEmpty(value?.()),
  notempty: ([value]) => !isEmpty(value?.()),
  isnull: ([value]) => (value?.() ?? null) === null,
  isnotnull: ([value]) => (value?.() ?? null) !== null,
  not: ([value]) => !isTrue(value?.()),
}

function numberOf(value: unknown): number | null {
  const number = Number(textOf(value) || Number.NaN)
  return Number.isNaN(number) ? null : number
}

function lengthOf(value: unknown): number | null {
  return Array.isArray(value) ? value.length : null
}

function parsed(value: unknown): unknown {
  if (typeof value !== 'string') return value
  try {
    return parseJson(value)
  } catch {
    return value
  }
}
