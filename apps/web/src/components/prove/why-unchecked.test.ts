import { expect, test } from 'vitest'
import { ConnectionProblem } from '../../api/api-problem.ts'
import { whyUnchecked } from './why-unchecked.ts'

const nothing = { isFetching: false, error: null, data: undefined }
const block = { severity: 'block', text: 'Entra refuses every token: the audience is another.' } as const
const warn = { severity: 'warn', text: 'The reference is a branch.' } as const

test.each([
  ['Checking now.', { ...nothing, isFetching: true }],
  [`Not passed. ${block.text}`, { ...nothing, data: { causes: [warn, block] } }],
  [undefined, { ...nothing, data: { causes: [warn] } }],
  [undefined, nothing],
])('%j is said of a trust that is not checked', (words, check) => {
  expect(whyUnchecked(check)).toBe(words)
})

test('a check that failed says what failed, and is not called a check', () => {
  expect(whyUnchecked({ ...nothing, error: new ConnectionProblem('') })).toMatch(
    /^Not checked\. [A-Z].*[^.]\.$/,
  )
})
