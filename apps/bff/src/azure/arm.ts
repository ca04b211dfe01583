import type { Arm, Clock, TokenSource } from '../ports.ts'
import { activityMethods } from './arm-activity.ts'
import { clusterMethods } from './arm-clusters.ts'
import { credentialMethods } from './arm-credentials.ts'
import { governanceMethods } from './arm-governance.ts'
import { identityMethods } from './arm-identities.ts'
import { armLists } from './arm-lists.ts'
import { createArmMethods } from './arm-methods.ts'
import { permissionMethods } from './arm-permissions.ts'
import { resourceGraphMethods } from './arm-resource-graph.ts'
import { roleMethods } from './arm-roles.ts'
import { resourceGroupMethods } from './arm-resource-groups.ts'
import { subscriptionMethods } from './arm-subscriptions.ts'
import { createCallArm } from './call-arm.ts'
import { createCallPolicy } from './call-policy.ts'

export interface ArmOptions {
  /** Address of Azure Resource Manager: `https://management.azure.com`, or another cloud's. */
  readonly endpoint: string
  readonly tokens: Pick<TokenSource, 'armToken' | 'rememberStepUp'>
  readonly clock: Clock
  /** Names of regions whose identities take no trusts. */
  readonly unsupportedRegions: readonly string[]
}

/** Azure Resource Manager through the vendor's clients, each call with the caller's own token. */
export function createArm({ endpoint, tokens, clock, unsupportedRegions }: ArmOptions): Arm {
  const methods = createArmMethods(createCallArm({ endpoint, tokens, clock, policy: createCallPolicy() }))
  return {
    ...subscriptionMethods(methods),
    ...resourceGroupMethods(methods),
    ...identityMethods(methods, unsupportedRegions),
    ...credentialMethods(methods),
    ...permissionMethods(methods),
    ...roleMethods(methods),
    ...governanceMethods(methods),
    ...clusterMethods(methods),
    ...resourceGraphMethods(methods, unsupportedRegions),
    ...armLists(methods, unsupportedRegions),
    ...activityMethods(methods),
  }
}
