/**
 * Names that a field of some preset has, for the addresses that fill forms in. They stand here a second time because every page
 * reads its address, and the presets themselves are most of what the first page would load.
 */
export const presetFieldNames: readonly string[] = `
  accessor account app audience branch buildType caller claim claims client cluster clusterId
  components connection connectionId controller credentials domain enterprise entity environment extra
  feed folder format host hosting id identifiers identityId initiator issuer issuerId issuerKind job
  kind location machine mode module moduleRun names namespace namespaceId obtainedBy operation
  organization organizationId origin owner ownerId path phase pipeline place poolId principal
  principalId project projectId purpose realm ref refType region repository repositoryId role root run
  server serverHost serviceAccount space stack stackEnd subdomain subject tag target team template
  tenancy tenant tenantId trigger trustDomain uniqueId userId workspace
`
  .trim()
  .split(/\s+/)
