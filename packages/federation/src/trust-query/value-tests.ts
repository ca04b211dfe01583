import { findingSeverities, type FindingSeverity } from '../findings/finding.ts'
import { type Column, none, unknown } from './column.ts'
import type { QueryTerm, QueryValue, TrustQueryKey } from './query.ts'
import { spanOf } from './query-values.ts'

/** Keys whose values are whole words: `role:owner` is not Storage Blob Data Owner. */
const wholeKeys: readonly TrustQueryKey[] = ['role', 'kind', 'risk']

const dayLength = 86_400_000

/** Marks the values that one of those of a term fits. `now` is in milliseconds. */
export function marksOf(
  { lowers }: Pick<Column, 'lowers'>,
  { key, values }: Pick<QueryTerm, 'key' | 'values'>,
  now: number,
): Uint8Array {
  const marks = new Uint8Array(lowers.length)
  for (const value of values) {
    const text = value.text.toLowerCase()
    if (!value.exact && text === 'none') marks[none] = 1
    else if (!value.exact && text === 'unknown') marks[unknown] = 1
    else markFitting(marks, lowers, testOf(key, value, now))
  }
  return marks
}

/** Marks the values in which a text in lower case stands. */
export function wordMarks({ lowers }: Pick<Column, 'lowers'>, wanted: string): Uint8Array {
  const marks = new Uint8Array(lowers.length)
  markFitting(marks, lowers, (lower) => lower.includes(wanted))
  return marks
}

function markFitting(
  marks: Uint8Array,
  lowers: readonly string[],
  test: (lower: string, id: number) => boolean,
): void {
  for (let id = unknown + 1; id < lowers.length; id += 1) {
    if (marks[id] === 0 && test(lowers[id] ?? '', id)) marks[id] = 1
  }
}

function testOf(key: TrustQueryKey, value: QueryValue, now: number): (lower: string) => boolean {
  const text = value.text.toLowerCase()
  if (key === 'used') return usedTest(text, now)
  if (key === 'risk' && text.endsWith('+')) return atLeast(text.slice(0, -1))
  return textTest(value, wholeKeys.includes(key))
}

/** For texts in lower case. An unquoted `*` is any run of characters; takes time in proportion to the text. */
export function textTest({ text, exact }: QueryValue, whole: boolean): (name: string) => boolean {
  const wanted = text.toLowerCase()
  if (exact) return (name) => name === wanted
  if (!wanted.includes('*')) return whole ? (name) => name === wanted : (name) => name.includes(wanted)
  const parts = wanted.split('*')
  return (name) => inOrder(name, parts, whole)
}

function inOrder(name: string, parts: readonly string[], whole: boolean): boolean {
  const first = parts[0] ?? ''
  const last = parts.at(-1) ?? ''
  if (
    whole &&
    !(name.startsWith(first) && name.endsWith(last) && name.length >= first.length + last.length)
  ) {
    return false
  }
  const end = whole ? name.length - last.length : name.length
  let at = whole ? first.length : 0
  for (const part of whole ? parts.slice(1, -1) : parts) {
    const found = name.indexOf(part, at)
    if (found < 0 || found + part.length > end) return false
    at = found + part.length
  }
  return true
}

function usedTest(text: string, now: number): (lower: string) => boolean {
  if (text === 'never') return (lower) => lower === 'never'
  const span = spanOf(text)
  if (span === null) return () => false
  const border = now - span.days * dayLength
  return (lower) => {
    const at = momentOf(lower)
    if (Number.isNaN(at)) return false
    return span.within ? at >= border : at < border
  }
}

/** Thousands of identities have a moment each, which every search looks at. */
const moments = new Map<string, number>()
const mostMoments = 100_000

function momentOf(lower: string): number {
  const before = moments.get(lower)
  if (before !== undefined) return before
  const at = Date.parse(lower)
  if (moments.size >= mostMoments) moments.clear()
  moments.set(lower, at)
  return at
}

function atLeast(severity: string): (name: string) => boolean {
  // Another text is found nowhere, and so nothing is as bad.
  const worst = findingSeverities.indexOf(severity as FindingSeverity)
  return (name) => {
    const at = findingSeverities.indexOf(name as FindingSeverity)
    return at >= 0 && at <= worst
  }
}
