import type { Identity, IdentityPath } from '@trustwright/shared-schemas'
import { identityId, parseIdentityId } from '../domain/resource-ids.ts'
import { supportsTrusts } from '../domain/unsupported-regions.ts'

interface AzureIdentity {
  readonly id?: string | undefined
  readonly location: string
  readonly tenantId?: string | null | undefined
  readonly clientId?: string | null | undefined
  readonly principalId?: string | null | undefined
}

/** An identity as ARM or Resource Graph returned it. */
export function toIdentity(
  azure: AzureIdentity,
  asked: IdentityPath,
  unsupportedRegions: readonly string[],
): Identity {
  return {
    ...(parseIdentityId(azure.id ?? '') ?? asked),
    resourceId: azure.id ?? identityId(asked),
    location: azure.location,
    supportsTrusts: supportsTrusts(azure.location, unsupportedRegions),
    tenantId: azure.tenantId ?? '',
    clientId: azure.clientId ?? '',
    principalId: azure.principalId ?? '',
  }
}
