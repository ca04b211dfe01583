import { expect, test } from 'vitest'
import { killRounds } from '../testing/kill-rounds.ts'
import { temporaryFolder } from '../testing/temporary-folder.ts'

test('three kills in the middle of writing lose nothing acknowledged', async () => {
  const { kills, acknowledged } = await killRounds(temporaryFolder(), 3, 4)
  expect(kills).toBe(3)
  expect(acknowledged).toBeGreaterThan(10)
})
