import { readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findPostmaster, isAlive } from '../db/embedded/postmaster.ts'

export const testFolderPrefix = 'trustwright-test-'
/** File of a folder that holds the pid of the test process it belongs to. */
export const ownerFile = 'owner'

/** Stops and removes what test processes left behind that were killed before their end. */
export async function sweepTestFolders(): Promise<void> {
  const names = await readdir(tmpdir())
  for (const name of names.filter((each) => each.startsWith(testFolderPrefix))) {
    const folder = join(tmpdir(), name)
    // A folder without the file is just being made, or just being removed, by another test process.
    const owner = Number(await readFile(join(folder, ownerFile), 'utf8').catch(() => String(process.pid)))
    if (isAlive(owner)) continue
    const left = await findPostmaster(join(folder, 'cluster'))
    if (left) process.kill(left.pid, 'SIGQUIT')
    await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 })
  }
}
