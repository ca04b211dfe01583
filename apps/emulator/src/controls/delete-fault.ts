import type { Operation } from '../kernel/operation.ts'
import { armError } from '../kernel/vendor-errors.ts'

export const deleteFault: Operation = {
  id: 'controls/delete-fault',
  method: 'DELETE',
  path: '/_emulator/faults/{id}',
  summary: 'Takes one failure back',
  source: 'the emulator itself',
  handle: ({ params: { id = '' } }, world) =>
    world.faults.remove(id) ? { status: 204 } : armError(404, 'NotFound', `No fault has the id '${id}'.`),
}
