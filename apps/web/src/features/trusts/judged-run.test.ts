import type { FindingRun } from '@trustwright/shared-schemas'
import { expect, test } from 'vitest'
import { isBeingJudged } from './judged-run.ts'

const run: FindingRun = {
  state: 'finished',
  startedAt: '2026-11-22T10:00:00Z',
  finishedAt: '2026-11-22T10:00:01Z',
  scan: 2,
  trusts: 1,
  parents: 1,
  issuersProbed: 0,
  issuersLeft: 0,
  repositoriesLookedUp: 0,
  repositoriesLeft: 0,
  githubBecause: null,
}

test.each<[string, FindingRun | null, number | null, boolean]>([
  ['nothing was read', null, null, false],
  ['a reading has ended just now', null, 1, true],
  ['the newest reading was judged', run, 2, false],
  ['a later reading has ended since', run, 3, true],
  ['it goes on', { ...run, state: 'running' }, 2, true],
  ['it failed', { ...run, state: 'failed' }, 3, false],
  ['no finished reading was judged', { ...run, scan: null }, 1, true],
])('the findings where %s', (_case, given, scan, isBehind) => {
  expect(isBeingJudged(given, scan)).toBe(isBehind)
})
