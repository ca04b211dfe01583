import { z } from 'zod'
import type { Operation } from '../kernel/operation.ts'
import { readControl } from '../controls/read-control.ts'
import { forceRateLimit } from './rate-limit.ts'

const body = z.strictObject({
  remaining: z.int().min(0).max(5000),
  resetInSeconds: z.int().min(1).max(3600).default(60),
})

export const putControlRateLimit: Operation = {
  id: 'github/put-control-rate-limit',
  method: 'PUT',
  path: '/_emulator/github/rate-limit',
  summary: "Says how many requests GitHub's REST interface still takes from anybody, and until when",
  source: 'the emulator itself',
  handle: (request, world) => {
    const read = readControl(request, body)
    if ('refusal' in read) return read.refusal
    forceRateLimit(world, read.value.remaining, read.value.resetInSeconds)
    return { status: 200, body: read.value }
  },
}
