import type { Operation } from '../kernel/operation.ts'
import { faultRule } from './fault-rule.ts'
import { controlAnswer, readControl } from './read-control.ts'

export const postFault: Operation = {
  id: 'controls/post-fault',
  method: 'POST',
  path: '/_emulator/faults',
  summary: 'Adds a failure on demand: which requests, how many or what share of them, and what happens',
  source: 'the emulator itself',
  handle: (request, world) => {
    const read = readControl(request, faultRule)
    return 'refusal' in read ? read.refusal : controlAnswer(world.faults.add(read.value), 201)
  },
}
