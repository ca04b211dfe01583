import { expect, onTestFinished, test } from 'vitest'
import { entraRequests } from '../testing/entra-requests.ts'
import { startTestEmulator } from '../testing/start-test-emulator.ts'
import { temporaryFolder } from '../testing/temporary-folder.ts'
import { testClock } from '../testing/test-clock.ts'

const dayMs = 24 * 60 * 60 * 1000

async function countsAfter(days: number) {
  const dataFolder = temporaryFolder()
  const clock = testClock()
  const first = await startTestEmulator({ dataFolder, clock })
  const { redeem, code } = entraRequests(first)
  await redeem(await code())
  await first.close()
  clock.advance(days * dayMs)
  const { world, close } = await startTestEmulator({ dataFolder, clock })
  onTestFinished(close)
  const { authorizationCodes, refreshTokens, sessions } = world.store
  return [authorizationCodes.list().length, refreshTokens.list().length, sessions.list().length]
}

test.for([
  [0.5, [1, 1, 1]],
  [2, [0, 1, 1]],
  [90, [0, 1, 1]],
  [92, [0, 0, 0]],
] as const)('a start after %d days keeps codes, refresh tokens and sessions: %j', async ([days, counts]) => {
  expect(await countsAfter(days)).toEqual(counts)
})
