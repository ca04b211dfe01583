import type { EmulatorResponse } from '../kernel/operation.ts'
import { snapshotName } from '../kernel/snapshots.ts'
import { armError } from '../kernel/vendor-errors.ts'
import { badControl } from './read-control.ts'

/** Undefined when the name is one that a file can have. */
export function badSnapshotName(name: string): EmulatorResponse | undefined {
  if (snapshotName.test(name)) return undefined
  return badControl('A snapshot is named with lower-case letters, digits and hyphens, 64 at most.')
}

export function noSnapshot(name: string): EmulatorResponse {
  return armError(404, 'NotFound', `No snapshot is named '${name}'.`)
}
