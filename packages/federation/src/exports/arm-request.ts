import { armEndpointOf } from './workload-context.ts'
import type { ExportContext, ExportedTrust } from './export.ts'
import { expressionOf, type IdentityParent } from './definition.ts'

export const identityType = 'Microsoft.ManagedIdentity/userAssignedIdentities'
export const credentialType = `${identityType}/federatedIdentityCredentials`

/**
 * The version that takes this trust: a claims expression exists in previews alone, and newer stable versions lack it.
 * https://learn.microsoft.com/azure/templates/microsoft.managedidentity/userassignedidentities/federatedidentitycredentials
 */
export function armApiVersion(withExpression: boolean): string {
  return withExpression ? '2025-01-31-preview' : '2024-11-30'
}

/** The ARM resource ID, as its owner spells it. */
export function identityId({ subscriptionId, resourceGroup, identityName }: IdentityParent): string {
  return `/subscriptions/${subscriptionId}/resourceGroups/${resourceGroup}/providers/${identityType}/${identityName}`
}

export function credentialId(parent: IdentityParent, trust: ExportedTrust): string {
  return `${identityId(parent)}/federatedIdentityCredentials/${trust.name}`
}

/** The address path of a trust's PUT and GET, with the API version. */
export function armPath(parent: IdentityParent, trust: ExportedTrust): string {
  const path = credentialId(
    {
      ...parent,
      resourceGroup: encodeURIComponent(parent.resourceGroup),
      identityName: encodeURIComponent(parent.identityName),
    },
    { ...trust, name: encodeURIComponent(trust.name) },
  )
  return `${path}?api-version=${armApiVersion(expressionOf(trust) !== null)}`
}

export function armAddress(context: ExportContext, parent: IdentityParent, trust: ExportedTrust): string {
  return `${armEndpointOf(context)}${armPath(parent, trust)}`
}

/** `properties` of the resource. */
export function armProperties(trust: ExportedTrust) {
  const { issuer, subject, audiences } = trust
  const expression = expressionOf(trust)
  return expression === null
    ? { issuer, subject: subject ?? '', audiences }
    : { issuer, audiences, claimsMatchingExpression: { languageVersion: 1, value: expression } }
}
