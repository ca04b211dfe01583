import type { Operation } from '../kernel/operation.ts'
import { controlAnswer } from './read-control.ts'

export const getReality: Operation = {
  id: 'controls/get-reality',
  method: 'GET',
  path: '/_emulator/reality',
  summary: "What of Azure's behaviour in time is switched on",
  source: 'the emulator itself',
  handle: (_request, world) => controlAnswer(world.reality),
}
