import { fdatasync } from 'node:fs'
import { promisify } from 'node:util'

const syncToDisk = promisify(fdatasync)

/** One sync to the disk for all who wait at the same time. */
export interface GroupSync {
  /** Something was written that is not on the disk yet. */
  appended: () => void
  /** Resolves once everything written so far is on the disk; undefined when it is. Rejects when the disk fails. */
  wait: (file: number) => Promise<void> | undefined
  /** All is on the disk by other means; `then` runs once no sync uses the file any more. */
  caughtUp: (then: () => void) => void
}

export function createGroupSync(onFailure: (error: unknown) => void): GroupSync {
  let written = 0
  let onDisk = 0
  let running: Promise<void> | undefined

  const sync = async (file: number) => {
    const upTo = written
    try {
      await syncToDisk(file)
      onDisk = Math.max(onDisk, upTo)
    } catch (error) {
      if (onDisk < upTo) {
        onFailure(error)
        throw error
      }
    } finally {
      running = undefined
    }
  }
  const waitFor = async (file: number, wanted: number): Promise<void> => {
    if (onDisk >= wanted) return
    await (running ??= sync(file))
    await waitFor(file, wanted)
  }
  return {
    appended: () => {
      written += 1
    },
    wait: (file) => (onDisk < written ? waitFor(file, written) : undefined),
    caughtUp: (then) => {
      onDisk = written
      if (running) running.then(then, then)
      else then()
    },
  }
}
