import { z } from 'zod'
import type { Operation } from '../kernel/operation.ts'
import { clockState } from './clock-state.ts'
import { badControl, controlAnswer, readControl } from './read-control.ts'

const tenYears = 10 * 366 * 24 * 60 * 60

const body = z.union([
  z.strictObject({ advanceSeconds: z.number().min(-tenYears).max(tenYears) }),
  z.strictObject({ reset: z.literal(true) }),
])

const [firstTime, lastTime] = [Date.UTC(1970, 0, 2), Date.UTC(9999, 11, 31)]

/** Beyond these years dates can no longer be written as the vendors write them. */
function isInRange(ms: number): boolean {
  return ms >= firstTime && ms <= lastTime
}

const tooFar = badControl(
  'advanceSeconds leads outside the years 1970 to 9999. Set the clock back with {"reset":true}.',
)

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
    else {
      const ms = read.value.advanceSeconds * 1000
      if (!isInRange(world.clock.now() + ms)) return tooFar
      world.clock.move(ms)
    }
    return controlAnswer(clockState(world))
  },
}
