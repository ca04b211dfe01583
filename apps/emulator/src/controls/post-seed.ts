import { z } from 'zod'
import { plantBulk } from '../bulk-seed.ts'
import type { Operation } from '../kernel/operation.ts'
import { controlAnswer, readControl } from './read-control.ts'

/** `seed` gives other names; the answer counts what the tenant holds then. */
export const bulkSeed = z.strictObject({
  identities: z.number().int().min(0).max(50_000),
  applications: z.number().int().min(0).max(50_000),
  credentialsEach: z.number().int().min(0).max(20),
  seed: z.number().int().min(0).max(999_999).default(1),
})

export const postSeed: Operation = {
  id: 'controls/post-seed',
  method: 'POST',
  path: '/_emulator/seed',
  summary:
    'Adds identities and applications with credentials, as many as asked for, always the same ones for the same numbers',
  source: 'the emulator itself',
  handle: (request, world) => {
    const read = readControl(request, bulkSeed)
    if ('refusal' in read) return read.refusal
    const startedAt = performance.now()
    plantBulk(world, read.value)
    const { store } = world
    return controlAnswer({
      identities: store.identities.size(),
      applications: store.applications.size(),
      credentials: store.credentials.size(),
      ms: Math.round(performance.now() - startedAt),
    })
  },
}
