import { test } from '@playwright/test'
import { startEmbedded, type Embedded } from './start-embedded.ts'

/** A portal that one host may frame, for the tests of one file. Empty until its first test. */
export function embeddedForThisFile(): Embedded {
  // Whole once the hook has run.
  const embedded = {} as Embedded
  test.beforeAll(async () => {
    // Three programs start.
    test.setTimeout(240_000)
    Object.assign(embedded, await startEmbedded())
  })
  test.afterAll(() => embedded.stop())
  return embedded
}
