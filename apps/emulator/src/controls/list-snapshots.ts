import type { Operation } from '../kernel/operation.ts'
import { listSnapshots } from '../kernel/snapshots.ts'
import { controlAnswer } from './read-control.ts'

export const listNamedSnapshots: Operation = {
  id: 'controls/list-snapshots',
  method: 'GET',
  path: '/_emulator/snapshots',
  summary: 'Named snapshots of the tenant',
  source: 'the emulator itself',
  handle: (_request, world) => controlAnswer({ value: listSnapshots(world) }),
}
