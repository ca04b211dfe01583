import type { Cloud } from '@trustwright/federation'
import type { WantedRow } from './bulk-row.ts'
import { compileRow, type CompiledRow } from './compile-row.ts'

/** About 20 ms of work, so that typing and scrolling go on in between. */
export const rowsOfSlice = 500

/** Every row compiled, with a pause for the page after each slice; null where the signal ended it. */
export async function compileInSlices(
  rows: readonly WantedRow[],
  cloud: Cloud,
  signal: AbortSignal,
): Promise<readonly CompiledRow[] | null> {
  const compiled: CompiledRow[] = []
  for (let from = 0; from < rows.length; from += rowsOfSlice) {
    await pause()
    if (signal.aborted) return null
    for (const row of rows.slice(from, from + rowsOfSlice)) compiled.push(compileRow(row, cloud))
  }
  return compiled
}

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve))
}
