import { expect, test } from 'vitest'
import { parseFilter } from './parse-filter.ts'

const eq = (path: string, value: unknown) => ({
  kind: 'compare',
  operator: 'eq',
  path: path.split('/'),
  value,
})

test.for<[string, unknown]>([
  ["displayName eq 'a'", eq('displayName', 'a')],
  ["displayName eq 'it''s (and)'", eq('displayName', "it's (and)")],
  ['status/errorCode eq 0', eq('status/errorCode', 0)],
  ['accountEnabled eq true', eq('accountEnabled', true)],
  ['notes eq null', eq('notes', null)],
  ['at eq 2026-01-01T00:00:00Z', eq('at', '2026-01-01T00:00:00Z')],
  ['id eq 8f1f3b0e-6a52-4d1c-9a3e-2b7c5d4e6f10', eq('id', '8f1f3b0e-6a52-4d1c-9a3e-2b7c5d4e6f10')],
  [
    "a eq 'x' or b eq 'y' and c eq 'z'",
    { kind: 'or', left: eq('a', 'x'), right: { kind: 'and', left: eq('b', 'y'), right: eq('c', 'z') } },
  ],
  [
    "(a eq 'x' or b eq 'y') and c eq 'z'",
    { kind: 'and', left: { kind: 'or', left: eq('a', 'x'), right: eq('b', 'y') }, right: eq('c', 'z') },
  ],
  ["not(a eq 'x')", { kind: 'not', of: eq('a', 'x') }],
  [
    "not startsWith(a, 'x')",
    { kind: 'not', of: { kind: 'call', name: 'startsWith', path: ['a'], value: 'x' } },
  ],
  ["startswith(a,'x')", { kind: 'call', name: 'startsWith', path: ['a'], value: 'x' }],
  ["a in ('x', 'y')", { kind: 'in', path: ['a'], values: ['x', 'y'] }],
  ['owners/$count eq 0', { kind: 'count', operator: 'eq', path: ['owners'], value: 0 }],
  ["uris/any(s:s eq 'x')", { kind: 'any', path: ['uris'], of: { ...eq('s', 'x'), path: [] } }],
  ["uris/any(s: s eq 'x')", { kind: 'any', path: ['uris'], of: { ...eq('s', 'x'), path: [] } }],
  [
    "f/any(f:f/issuer eq 'x' and f/name eq 'y')",
    { kind: 'any', path: ['f'], of: { kind: 'and', left: eq('issuer', 'x'), right: eq('name', 'y') } },
  ],
  ['uris/any()', { kind: 'any', path: ['uris'], of: undefined }],
])('%s is read', ([text, expected]) => {
  expect(parseFilter(text)).toEqual(expected)
})

test.for([
  "a eq 'x",
  "a eq 'x' and",
  "a eq 'x' b eq 'y'",
  'a eq x',
  "a equals 'x'",
  "(a eq 'x'",
  "startsWith(a 'x')",
  "startsWith(a,'x'",
  'a in ()',
  "uris/any(s eq 'x')",
  "'a' eq a",
  'not',
])('%s is refused', (text) => {
  expect(() => parseFilter(text)).toThrow(/^Invalid filter clause: /)
})

test.for<[string, string]>([
  ['parentheses', `${'('.repeat(5000)}a eq 'x'${')'.repeat(5000)}`],
  ['nots', `${'not '.repeat(5000)}a eq 'x'`],
  ['alternatives', Array.from({ length: 5000 }, () => "a eq 'x'").join(' or ')],
  ['lambdas', `${'f/any(f:'.repeat(5000)}f/issuer eq 'x'${')'.repeat(5000)}`],
])('thousands of %s are refused, not followed', ([, text]) => {
  expect(() => parseFilter(text)).toThrow(/node count limit of '100'/)
})
