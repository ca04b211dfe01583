import type { Operation } from '../kernel/operation.ts'
import { clockState } from './clock-state.ts'
import { controlAnswer } from './read-control.ts'

export const getClock: Operation = {
  id: 'controls/get-clock',
  method: 'GET',
  path: '/_emulator/clock',
  summary: "The tenant's time and how far it is ahead of the machine's",
  source: 'the emulator itself',
  handle: (_request, world) => controlAnswer(clockState(world)),
}
