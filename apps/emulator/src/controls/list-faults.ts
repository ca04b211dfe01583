import type { Operation } from '../kernel/operation.ts'
import { controlAnswer } from './read-control.ts'

export const listFaults: Operation = {
  id: 'controls/list-faults',
  method: 'GET',
  path: '/_emulator/faults',
  summary: 'The failures on demand, with how often each has struck',
  source: 'the emulator itself',
  handle: (_request, world) => controlAnswer({ value: world.faults.list() }),
}
