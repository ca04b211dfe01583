import { expect, test } from 'vitest'
import { fixBeside } from './fix-beside.ts'

test.each([
  ['Store the ID form: repo:a@1/b@2:x', 'repo:a@1/b@2:x', 'Store the ID form:'],
  ['Write api://x', 'api://x', null],
  ['Write api://x.', 'api://x', null],
  ['Use api://x here and in the workload.', 'api://x', 'Use api://x here and in the workload.'],
  ['Leave the slash away.', 'https://x', 'Leave the slash away.'],
])('beside the button, %j with %j is %j', (fix, value, words) => {
  expect(fixBeside(fix, value)).toBe(words)
})
