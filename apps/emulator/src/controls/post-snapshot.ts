import type { Operation } from '../kernel/operation.ts'
import { saveSnapshot } from '../kernel/snapshots.ts'
import { controlAnswer } from './read-control.ts'
import { badSnapshotName } from './snapshot-answers.ts'

export const postSnapshot: Operation = {
  id: 'controls/post-snapshot',
  method: 'POST',
  path: '/_emulator/snapshots/{name}',
  summary: 'Keeps the whole tenant on disk under a name',
  source: 'the emulator itself',
  handle: ({ params: { name = '' } }, world) =>
    badSnapshotName(name) ?? controlAnswer(saveSnapshot(world, name), 201),
}
