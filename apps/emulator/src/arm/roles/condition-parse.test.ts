import { expect, test } from 'vitest'
import { parseCondition } from './condition-parse.ts'

const action = "ActionMatches{'Microsoft.Authorization/roleAssignments/write'}"

test.each([
  ['brackets', true, `${'('.repeat(90)}${action}${')'.repeat(90)}`],
  ['exclamation marks', true, `${'!'.repeat(90)}(${action})`],
  ['brackets without measure', false, `${'('.repeat(100_000)}${action}${')'.repeat(100_000)}`],
  ['exclamation marks without measure', false, `${'!'.repeat(100_000)}(${action})`],
  ['a long chain', true, Array.from({ length: 5000 }, () => action).join(' OR ')],
])('a condition of %s: understood %s', (_, isUnderstood, condition) => {
  expect(parseCondition(condition) !== undefined).toBe(isUnderstood)
})
