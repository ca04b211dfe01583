import type { SetUpDryRun } from '@trustwright/shared-schemas'
import { expect, test } from 'vitest'
import { dryRunWhole } from './dry-run-whole.ts'

const parent = { kind: 'newApplication', displayName: 'pay' } as const

function answer(unread: number): SetUpDryRun {
  const planned = { parent, keys: [], exists: false, trustsStored: null, trustsToAdd: 1, slotsLeft: null }
  return {
    refused: [],
    items: [],
    parents: Array.from({ length: 500 }, () => ({ ...planned, write: null, problem: null })),
    counts: { create: 0, 'already-there': 0, conflict: 0, refused: 0, unknown: unread },
    unread,
    seconds: 1,
  }
}

async function look(unread: readonly number[], wanted = 100) {
  const told: string[] = []
  let asked = 0
  const seen = await dryRunWhole({
    ask: () => {
      asked += 1
      return Promise.resolve(answer(unread[Math.min(asked, unread.length) - 1] ?? 0))
    },
    tell: (read, all) => told.push(`${read} of ${all}`),
    isWanted: () => asked < wanted,
  })
  return { asked, told, left: seen.unread }
}

test('it asks on until every identity was read, and tells how far it is', async () => {
  expect(await look([310, 120, 0])).toEqual({ asked: 3, told: ['190 of 500', '380 of 500'], left: 0 })
})

test.each([
  ['everything was read at once', [0], 100, 1],
  ['a question reads nothing more', [310, 310, 0], 100, 2],
  ['nobody waits for it any more', [310, 120, 0], 1, 1],
])('it asks no further where %s', async (_, unread, wanted, asked) => {
  expect((await look(unread, wanted)).asked).toBe(asked)
})
