import type { Operation } from '../kernel/operation.ts'
import { realityPatch } from '../kernel/reality-fields.ts'
import { controlAnswer, readControl } from './read-control.ts'

export const patchReality: Operation = {
  id: 'controls/patch-reality',
  method: 'PATCH',
  path: '/_emulator/reality',
  summary: 'Changes any of the switches at once, until the next start or reset',
  source: 'the emulator itself',
  handle: (request, world) => {
    const read = readControl(request, realityPatch)
    if ('refusal' in read) return read.refusal
    Object.assign(world.reality, read.value)
    return controlAnswer(world.reality)
  },
}
