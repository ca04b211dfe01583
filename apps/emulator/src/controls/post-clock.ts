import { z } from 'zod'
import type { Operation } from '../kernel/operation.ts'
import { clockState } from './clock-state.ts'
import { controlAnswer, readControl } from './read-control.ts'

const tenYears = 10 * 366 * 24 * 60 * 60

const body = z.union([
  z.strictObject({ advanceSeconds: z.number().min(-tenYears).max(tenYears) }),
  z.strictObject({ reset: z.literal(true) }),
])

export const postClock: Operation = {
  id: 'controls/post-clock',
  method: 'POST',
  path: '/_emulator/clock',
  summary: "Moves the tenant's time on, or sets it back to the machine's",
  source: 'the emulator itself',
  handle: (request, world) => {
    const read = readControl(request, body)
    if ('refusal' in read) return read.refusal
    if ('reset' in read.value) world.clock.reset()
    else world.clock.move(read.value.advanceSeconds * 1000)
    return controlAnswer(clockState(world))
  },
}
