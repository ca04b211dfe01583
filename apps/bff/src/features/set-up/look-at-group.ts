import type { Access, ResourceGroup } from '@trustwright/shared-schemas'
import { actions, toAccess } from '../../domain/access.ts'
import { asRefused } from '../../domain/as-refused.ts'
import type { PortalError } from '../../errors.ts'
import type { Arm, Caller } from '../../ports.ts'
import type { WantedGroup } from './group-plan.ts'
import { judgeProblem, orLacking, type Judgement } from './judge-step.ts'
import { elsewhere } from './make-group.ts'

/** What was found of a resource group that rows want to have made. */
export interface GroupLook {
  /** Null where there is none, and where it could not be told. */
  readonly group: ResourceGroup | null
  /** Hints, as everywhere: to make the group, and identities in it. */
  readonly write: Access | null
  readonly writeIdentity: Access | null
  readonly problem: PortalError | null
}

const nothingTold = { group: null, write: null, writeIdentity: null, problem: null }

/** Rights in a group that is not there yet come from its subscription. Errors of the person's session are thrown. */
export async function lookAtGroup(
  arm: Pick<Arm, 'findResourceGroup' | 'listSubscriptionRoles'>,
  caller: Caller,
  { subscriptionId, resourceGroup }: WantedGroup,
): Promise<GroupLook> {
  try {
    const group = await arm.findResourceGroup(caller, subscriptionId, resourceGroup)
    if (group !== null) return { ...nothingTold, group }
    const roles = await arm.listSubscriptionRoles(caller, subscriptionId)
    if (roles === null) return nothingTold
    const scope = `/subscriptions/${subscriptionId}`
    return {
      ...nothingTold,
      write: toAccess(roles, actions.writeResourceGroup, scope),
      writeIdentity: toAccess(roles, actions.writeIdentity, scope),
    }
  } catch (error) {
    return { ...nothingTold, problem: asRefused(error) }
  }
}

/** Policies are not told beforehand: those the run meets. */
export function judgeGroup({ location }: WantedGroup, { group, write, problem }: GroupLook): Judgement {
  if (problem !== null) return judgeProblem(problem)
  if (group === null) return orLacking(write, { verdict: 'create', problem: null })
  const against = elsewhere(group, location)
  return against === null
    ? { verdict: 'already-there', problem: null }
    : { verdict: 'conflict', problem: against }
}
