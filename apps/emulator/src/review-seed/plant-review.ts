import { plantRepositories } from './plant-repositories.ts'
import { planTenant, type TenantSize } from './plan-tenant.ts'
import { plantGroups } from './plant-groups.ts'
import { plantParent } from './plant-parent.ts'
import { plantOwners } from './owners.ts'
import type { World } from '../kernel/world.ts'

export interface ReviewSeed extends TenantSize {
  /** Other numbers give other names and ids. */
  seed: number
}

/**
 * Adds a tenant's worth of identities and applications with trusts, access, owners and last uses, some of them wrong on
 * purpose, and notes what is wrong with which. The same numbers give the same tenant. One write.
 */
export function plantReview(world: World, review: ReviewSeed): void {
  const parents = planTenant(review)
  world.transaction(() => {
    plantOwners(world)
    plantGroups(world, review)
    plantRepositories(world, parents)
    parents.forEach((planned, number) => plantParent(world, planned, { seed: review.seed, number }))
  })
}
