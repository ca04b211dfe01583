import type { FindingRun } from '@trustwright/shared-schemas'
import { expect, test } from 'vitest'
import { sampleScan } from '../../gallery/samples.ts'
import { isAwaited, wasJudged } from './judged.ts'

const run: FindingRun = {
  state: 'finished',
  startedAt: '2026-05-01T10:00:00.000Z',
  finishedAt: '2026-05-01T10:00:02.000Z',
  scan: 3,
  trusts: 1,
  parents: 1,
  issuersProbed: 0,
  issuersLeft: 0,
  repositoriesLookedUp: 0,
  repositoriesLeft: 0,
  githubBecause: null,
}
const scan = { ...sampleScan(1, {}), number: 3, finishedAt: '2026-05-01T09:59:59.000Z' }
const first = { ...run, scan: null } as const

test.each([
  ['before the first', null, false],
  ['while the first runs', { ...first, state: 'running' as const }, false],
  ['after the first failed', { ...first, state: 'failed' as const }, false],
  ['of a pass that was stopped', first, true],
  ['while a later one runs', { ...run, state: 'running' as const }, true],
  ['after a later one failed', { ...run, state: 'failed' as const }, true],
])('findings %s are shown: %s', (_, of, shown) => {
  expect(wasJudged(of)).toBe(shown)
})

test.each([
  ['runs', { ...run, state: 'running' as const }, scan, true],
  ['of the newest pass is there', run, scan, false],
  ['is of an older pass', run, { ...scan, number: 4 }, true],
  ['was never made', null, scan, true],
  ['waits for the reading', null, { ...scan, state: 'running' as const }, false],
  ['is not made of a stopped pass', run, { ...scan, number: 4, state: 'stopped' as const }, false],
  ['of the newest pass failed', { ...run, scan: 2, state: 'failed' as const }, scan, false],
  [
    'of an older pass failed',
    { ...run, scan: 2, state: 'failed' as const },
    { ...scan, finishedAt: '2026-05-01T11:00:00.000Z' },
    true,
  ],
  ['needs a reading', run, null, false],
])('a judgement that %s is awaited: %s %s %s', (_, of, newest, awaited) => {
  expect(isAwaited(of, newest)).toBe(awaited)
})
