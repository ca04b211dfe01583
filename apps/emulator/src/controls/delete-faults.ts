import type { Operation } from '../kernel/operation.ts'

export const deleteFaults: Operation = {
  id: 'controls/delete-faults',
  method: 'DELETE',
  path: '/_emulator/faults',
  summary: 'Takes all failures back',
  source: 'the emulator itself',
  handle: (_request, world) => {
    world.faults.clear()
    return { status: 204 }
  },
}
