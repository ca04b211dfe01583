import type { ParentCase } from './access-cases.ts'
import { rightAccess } from './access-cases.ts'
import { parentCases, sharedTrust } from './parent-cases.ts'
import { parent, type ParentKind, type PlannedParent } from './plan.ts'
import { rightTrust } from './workloads.ts'

export interface TenantSize {
  identities: number
  applications: number
  credentials: number
}

/** Below this there is no place for every fault. */
export const leastSize = { identities: 30, applications: 30, parents: 90 } as const
/** Credentials of each parent on average, at most: 18 are a fault. */
export const mostCredentials = 12

/** How many parents come to one round of every fault. */
const parentsARound = 300
const [identitiesARound, applicationsARound] = [20, 10] as const
const [manyIdentities, fewIdentities] = [6, 4] as const

/** Every parent of the tenant: each fault many times over, and nothing wrong with the rest. */
export function planTenant(size: TenantSize): PlannedParent[] {
  const plan = startPlan(size)
  const rounds = Math.max(
    1,
    Math.min(
      Math.floor((size.identities + size.applications) / parentsARound),
      Math.floor(size.identities / identitiesARound),
      Math.floor(size.applications / applicationsARound),
    ),
  )
  for (let round = 0; round < rounds; round += 1) {
    for (const count of [manyIdentities, fewIdentities]) plan.addShared(count)
    for (const each of parentCases) plan.addCase(each)
  }
  plan.addRight()
  return plan.parents
}

function startPlan({ identities, applications, credentials }: TenantSize) {
  const parents: PlannedParent[] = []
  const left = { identity: identities, application: applications }
  let next = 0
  let trustsLeft = credentials

  const add = (planned: PlannedParent) => {
    parents.push(planned)
    left[planned.kind] -= 1
    trustsLeft -= planned.trusts.length
  }
  const kindWithRoom = (): ParentKind => (left.identity >= left.application ? 'identity' : 'application')

  return {
    parents,
    addCase: ({ trusts, kind, make }: ParentCase) => {
      add(make(next, kind ?? kindWithRoom()))
      next += trusts
    },
    addShared: (count: number) => {
      next += 1
      for (let place = 0; place < count; place += 1) add(parent('identity', [sharedTrust(next, count)]))
    },
    addRight: () => {
      const rest = left.identity + left.application
      for (let place = 0; place < rest; place += 1) {
        const count = Math.ceil(trustsLeft / (rest - place))
        const trusts = Array.from({ length: count }, (_, each) => rightTrust(next + each))
        next += count
        const access = rightAccess[place % rightAccess.length] ?? {}
        add(parent(kindWithRoom(), trusts, { ...access, lastUseDays: 1 + (place % 80) }))
      }
    },
  }
}
