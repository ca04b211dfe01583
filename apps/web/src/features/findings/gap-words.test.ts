import { expect, test } from 'vitest'
import { gapLines, outsideLines } from './gap-words.ts'

test('what could not be judged is told with why, the most first', () => {
  const notJudged = [
    { reason: 'not-allowed', count: 3 },
    { reason: 'not-read', count: 1200 },
  ] as const
  expect(gapLines({ notJudged: [...notJudged] })).toEqual([
    '1,200 not judged: nobody read what it needs yet',
    '3 not judged: you may not read what it needs',
  ])
})

test.each([
  [{ issuersLeft: 0, repositoriesLeft: 0, githubBecause: null }, []],
  [
    { issuersLeft: 1, repositoriesLeft: 2, githubBecause: null },
    ['1 issuer did not get its turn in time.', '2 repositories at GitHub did not get their turn in time.'],
  ],
  [
    { issuersLeft: 0, repositoriesLeft: 2, githubBecause: 'not-connected' as const },
    ['GitHub was not looked at: connect it in the menu of your account.'],
  ],
])('of the outside %j is told as %j', (run, lines) => {
  expect(outsideLines(run)).toEqual(lines)
})
