import type { Operation } from '../kernel/operation.ts'
import { resetWorld } from '../kernel/reset-world.ts'

export const postReset: Operation = {
  id: 'controls/post-reset',
  method: 'POST',
  path: '/_emulator/reset',
  summary: 'Everything as after the first start: tenant, switches, faults and clock; keys and snapshots stay',
  source: 'the emulator itself',
  handle: (_request, world) => {
    resetWorld(world)
    return { status: 204 }
  },
}
