/**
 * Regions whose identities take no federated credentials. Azure tells this only by refusing a write, so it is data:
 * https://learn.microsoft.com/entra/workload-id/workload-identity-federation-considerations#unsupported-regions-user-assigned-managed-identities
 */
export const unsupportedRegions = {
  asOf: '2026-11-01',
  regions: ['malaysiasouth', 'newzealandnorth'],
} as const

/** `West Europe` and `westeurope` are the same region. */
export function supportsTrusts(location: string, regions: readonly string[]): boolean {
  return !regions.includes(location.replaceAll(' ', '').toLowerCase())
}
