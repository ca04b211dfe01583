import { limits } from '@trustwright/shared-schemas'
import { type Fact, known } from './facts/fact.ts'
import type { FindingParent } from './facts/inventory.ts'
import type { FindingSettings, numbersOf } from './settings.ts'

/** A parent with what its rules need. */
export interface ParentCase {
  readonly parent: FindingParent
  readonly trustCount: number
  readonly settings: FindingSettings
  readonly numbers: ReturnType<typeof numbersOf>
}

/** Azure's limit. https://learn.microsoft.com/entra/workload-id/workload-identity-federation-considerations */
export const mostTrusts = limits.trustsPerIdentity

/** Names under which AKS makes identities for itself. https://learn.microsoft.com/azure/aks/use-managed-identity */
const aksNames =
  /^(?:azurekeyvaultsecretsprovider|omsagent|azurepolicy|ingressapplicationgateway|aciconnectorlinux|webapprouting)-|-agentpool$/i

/** Whether AKS made the identity. Its resource group of nodes starts with `MC_`. Names prove it where the fact is missing. */
export function isAksParent({ kind, displayName, resourceId, isAksManaged }: FindingParent): Fact<boolean> {
  if (kind === 'application') return known(false)
  if (isAksManaged.known) return isAksManaged
  const isInNodes = /\/resourcegroups\/mc_/i.test(resourceId ?? '')
  return isInNodes && aksNames.test(displayName) ? known(true) : isAksManaged
}
