import { z } from 'zod'
import type { Operation } from '../kernel/operation.ts'
import { leastSize, mostCredentials } from '../review-seed/plan-tenant.ts'
import { plantReview } from '../review-seed/plant-review.ts'
import { controlAnswer, readControl } from './read-control.ts'

const [fewest, most] = [2, mostCredentials] as const

/** `credentials` of all parents together; left out: two for each. */
export const reviewSeed = z
  .strictObject({
    identities: z.number().int().min(leastSize.identities).max(50_000),
    applications: z.number().int().min(leastSize.applications).max(50_000),
    credentials: z.number().int().optional(),
    seed: z.number().int().min(0).max(999_999).default(1),
  })
  .transform((given) => ({
    ...given,
    parents: given.identities + given.applications,
    credentials: given.credentials ?? fewest * (given.identities + given.applications),
  }))
  .refine(({ parents }) => parents >= leastSize.parents, {
    path: ['applications'],
    error: `and identities must come to ${leastSize.parents} or more, so that every fault has a place`,
  })
  .refine(({ parents, credentials }) => credentials >= fewest * parents && credentials <= most * parents, {
    path: ['credentials'],
    error: `must be ${fewest} to ${most} for each identity and application`,
  })

export const postReviewSeed: Operation = {
  id: 'controls/post-review-seed',
  method: 'POST',
  path: '/_emulator/review-seed',
  summary:
    'Adds a tenant to review: identities and applications with trusts, access, owners and last uses, every fault many times over, always the same for the same numbers',
  source: 'the emulator itself',
  handle: (request, world) => {
    const read = readControl(request, reviewSeed)
    if ('refusal' in read) return read.refusal
    const { identities, applications, credentials, seed } = read.value
    const startedAt = performance.now()
    plantReview(world, { identities, applications, credentials, seed })
    const { store } = world
    return controlAnswer({
      identities: store.identities.size(),
      applications: store.applications.size(),
      credentials: store.credentials.size(),
      faults: store.plantedFaults.size(),
      ms: Math.round(performance.now() - startedAt),
    })
  },
}
