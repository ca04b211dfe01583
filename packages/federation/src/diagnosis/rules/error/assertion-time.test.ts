import { expect, test } from 'vitest'
import { first, main } from '../../../testing/explained.ts'

const range = (now: string, from: string, until: string) =>
  `AADSTS700024: Client assertion is not within its valid time range. Current time: ${now}, assertion valid from ${from}, expiry time of assertion ${until}.`
const [ten, tenFive, tenForty] = [
  '2026-08-03T10:00:00.0000000Z',
  '2026-08-03T10:05:00.0000000Z',
  '2026-08-03T10:40:00.1234567Z',
]

test.each([
  [range(tenForty, ten, tenFive), {}, 'token-expired', '35 minutes'],
  [range(ten, tenFive, tenForty), {}, 'token-not-yet', 'clock'],
  [
    range(tenForty, '2026-05-01T00:00:00.0000000Z', '2026-05-01T01:00:00.0000000Z'),
    {},
    'token-cached',
    'static copy',
  ],
  [range(tenForty, '1970-01-01T00:00:00.0000000Z', tenFive), {}, 'token-cached', 'nbf'],
  [range(tenForty, ten, tenFive), { azureCliVersion: '2.59.0' }, 'token-cached', '2.60.0'],
  [`azure-cli/2.59.0 ${range(tenForty, ten, tenFive)}`, {}, 'token-cached', '2.59.0'],
  [range(tenForty, ten, tenFive), { azureCliVersion: '2.60.0' }, 'token-expired', 'expired'],
  ['AADSTS700024: Client assertion is not within its valid time range', {}, 'token-expired', 'late step'],
])('%s (%j) is %s', (text, context, code, word) => {
  const found = first(text, { trusts: [main], context })
  expect(found).toMatchObject({ code, family: 'time', severity: 'block', phase: 'exchange' })
  expect(found.said).toContain(word)
})
