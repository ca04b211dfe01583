import { expect, test } from 'vitest'
import { readAnswer, readRetryAfter } from './azure-answer.ts'

const now = new Date('2026-11-21T12:00:00Z')
const headers = (values: Record<string, string>) => ({ get: (name: string) => values[name] })

test.each([
  [{}, null],
  [{ 'retry-after': '7' }, 7],
  [{ 'retry-after': '0' }, 0],
  [{ 'retry-after': '3600' }, 3600],
  [{ 'retry-after': '-5' }, null],
  [{ 'retry-after': '1.5' }, null],
  [{ 'retry-after': 'soon' }, null],
  [{ 'retry-after': '' }, null],
  [{ 'retry-after': '9'.repeat(400) }, null],
  [{ 'retry-after': 'Sat, 21 Nov 2026 12:00:09 GMT' }, 9],
  [{ 'retry-after': 'Sat, 21 Nov 2026 11:00:00 GMT' }, 0],
  [{ 'retry-after': '2026-11-21' }, null],
  [{ 'retry-after-ms': '250' }, 0.25],
  [{ 'x-ms-retry-after-ms': '1500', 'retry-after': '9' }, 1.5],
])('Retry-After %o means %o seconds', (values, seconds) => {
  expect(readRetryAfter(headers(values), now)).toBe(seconds)
})

test.each(['', '<html>no</html>', '{"error":"text"}', '{"error":{"code":5}}', '[]', 'null', '{"error"'])(
  'an error without an envelope is still an answer: %s',
  (body) => {
    expect(readAnswer(502, headers({}), body, now)).toMatchObject({ status: 502, code: null, message: null })
  },
)
