import { renameSync, rmSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { dirname } from 'node:path'
import { syncFolder } from './files.ts'
import { encodeOne } from './state-files.ts'
import { encodeHeader, type Change, type StateHeader } from './state-lines.ts'

const changesAtOnce = 500

/** Writes a snapshot beside the one in use, a little at a time so that requests are answered in between. */
export async function writeSnapshotSlowly(
  path: string,
  header: StateHeader,
  content: readonly Change[],
): Promise<{ putInPlace: () => void; discard: () => void }> {
  const temporary = `${path}.folding`
  const file = await open(temporary, 'w', 0o600)
  try {
    await file.write(encodeHeader(header))
    for (let start = 0; start < content.length; start += changesAtOnce) {
      const lines = content.slice(start, start + changesAtOnce).map(encodeOne)
      await file.writeFile(lines.join(''))
    }
    await file.sync()
  } finally {
    await file.close()
  }
  return {
    putInPlace: () => {
      renameSync(temporary, path)
      syncFolder(dirname(path))
    },
    discard: () => rmSync(temporary),
  }
}
