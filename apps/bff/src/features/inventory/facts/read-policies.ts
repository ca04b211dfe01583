import { knownFact, unknownFact, type Fact } from '@trustwright/federation'
import type { InventoryParent, Unreadable } from '@trustwright/shared-schemas'
import { isAtOrBelow, isPolicyOnTrusts, toAssignedPolicy } from '../../../domain/azure-policies.ts'
import { eachOf } from '../../../domain/each-of.ts'
import type { ScopedPolicyAssignment } from '../../../inventory-port.ts'
import type { ScanContext } from '../scan/scan-context.ts'
import { readFact } from './read-fact.ts'

const subscriptionsAtOnce = 10

/** Policies that speak of trusts, by subscription in lower case. */
export type PoliciesOf = ReadonlyMap<string, Fact<readonly ScopedPolicyAssignment[]>>
type AssignedPolicies = NonNullable<InventoryParent['azurePolicies']>

/** One list a subscription: it tells what is assigned at it, above it and below it. */
export async function readPolicies(
  { arm, caller, meter, paced }: ScanContext,
  subscriptionIds: readonly string[],
  unreadable: Unreadable[],
): Promise<PoliciesOf> {
  const options = meter.options('arm')
  meter.least('policies', subscriptionIds.length)
  const found = new Map<string, Fact<readonly ScopedPolicyAssignment[]>>()
  await eachOf(subscriptionIds, subscriptionsAtOnce, async (id) => {
    const scope = `/subscriptions/${id}/policyAssignments`
    const area = { scope, displayName: `Azure Policy of ${id}` }
    const policies = await readFact(unreadable, area, () =>
      paced.arm(id, () => arm.listSubscriptionPolicies(caller, id, options)),
    )
    const onTrusts = (each: ScopedPolicyAssignment) => isPolicyOnTrusts(each.definitionId)
    found.set(id.toLowerCase(), policies.known ? knownFact(policies.value.filter(onTrusts)) : policies)
  })
  return found
}

/** Those that cover the identity; a management group that is listed for its subscription lies above it. */
export function policiesOver(key: string, subscriptionId: string, of: PoliciesOf): AssignedPolicies {
  const policies = of.get(subscriptionId.toLowerCase())
  if (policies === undefined) return unknownFact('not-allowed')
  if (!policies.known) return policies
  const covering = policies.value.filter(
    ({ scope, notScopes }) =>
      (!/^\/subscriptions\//i.test(scope) || isAtOrBelow(key, scope)) &&
      !notScopes.some((left) => isAtOrBelow(key, left)),
  )
  return knownFact(covering.map((policy) => ({ ...toAssignedPolicy(policy) })))
}
