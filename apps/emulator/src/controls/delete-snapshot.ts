import type { Operation } from '../kernel/operation.ts'
import { deleteSnapshot } from '../kernel/snapshots.ts'
import { badSnapshotName, noSnapshot } from './snapshot-answers.ts'

export const deleteNamedSnapshot: Operation = {
  id: 'controls/delete-snapshot',
  method: 'DELETE',
  path: '/_emulator/snapshots/{name}',
  summary: 'Deletes a snapshot',
  source: 'the emulator itself',
  handle: ({ params: { name = '' } }, world) =>
    badSnapshotName(name) ?? (deleteSnapshot(world, name) ? { status: 204 } : noSnapshot(name)),
}
