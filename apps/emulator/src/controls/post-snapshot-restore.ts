import type { Operation } from '../kernel/operation.ts'
import { restoreSnapshot } from '../kernel/snapshots.ts'
import { StartupError } from '../kernel/startup-error.ts'
import { armError } from '../kernel/vendor-errors.ts'
import { badSnapshotName, noSnapshot } from './snapshot-answers.ts'

export const postSnapshotRestore: Operation = {
  id: 'controls/post-snapshot-restore',
  method: 'POST',
  path: '/_emulator/snapshots/{name}/restore',
  summary: 'Puts the tenant back as a snapshot has it; clock, switches, faults and keys stay',
  source: 'the emulator itself',
  handle: ({ params: { name = '' } }, world) => {
    const refusal = badSnapshotName(name)
    if (refusal) return refusal
    try {
      return restoreSnapshot(world, name) ? { status: 204 } : noSnapshot(name)
    } catch (error) {
      if (error instanceof StartupError) return armError(409, 'SnapshotUnreadable', error.message)
      throw error
    }
  },
}
