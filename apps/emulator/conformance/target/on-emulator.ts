import type { TestContext } from 'vitest'
import type { TestEmulator } from '../../src/testing/start-test-emulator.ts'
import type { Target } from './target.ts'

/**
 * Body of a test that only the emulator can be put to, because a real tenant gives no `needs` (as in: outside
 * tokens). There the test is printed as not run, by name.
 */
export function onEmulator(
  target: Target,
  needs: string,
  body: (emulator: TestEmulator) => Promise<void> | void,
): (context: TestContext) => Promise<void> {
  return async ({ task, skip }) => {
    if (target.emulator !== undefined) return body(target.emulator)
    process.stdout.write(`not run: ${task.name}: a real tenant gives no ${needs}\n`)
    skip(`a real tenant gives no ${needs}`)
  }
}
