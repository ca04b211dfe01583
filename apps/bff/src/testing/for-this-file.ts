import { afterAll, beforeAll } from 'vitest'

/**
 * Starts a part of a test file's world before its first test, and closes it behind the last one: in the order of the calls, and
 * back. What is answered is empty until then, so hooks and tests may read it, and nothing before them.
 */
export function forThisFile<Part extends object & { readonly close?: () => unknown }>(
  start: () => Promise<Part>,
): Part {
  // Whole once the hook has run.
  const part = {} as Part
  beforeAll(async () => {
    Object.assign(part, await start())
  }, 60_000)
  afterAll(() => part.close?.())
  return part
}
