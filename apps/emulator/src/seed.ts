/** Constants of the seeded tenant: no I/O, so that browser tests can import them. */

export const tenantId = '8f1f3b0e-6a52-4d1c-9a3e-2b7c5d4e6f10'
export const tenantDomain = 'contoso.onmicrosoft.com'
export const tenantDisplayName = 'Contoso'

export const accounts = {
  developer: {
    role: 'developer',
    objectId: '1c0f6a7e-30b1-4a55-8f0d-5f3a9e7d0001',
    username: 'dana@contoso.onmicrosoft.com',
    displayName: 'Dana Developer',
    password: 'dana-local-only',
  },
  admin: {
    role: 'admin',
    objectId: '1c0f6a7e-30b1-4a55-8f0d-5f3a9e7d0002',
    username: 'alex@contoso.onmicrosoft.com',
    displayName: 'Alex Admin',
    password: 'alex-local-only',
  },
  reader: {
    role: 'reader',
    objectId: '1c0f6a7e-30b1-4a55-8f0d-5f3a9e7d0003',
    username: 'robin@contoso.onmicrosoft.com',
    displayName: 'Robin Reader',
    password: 'robin-local-only',
  },
} as const

export type SeedRole = keyof typeof accounts

/** Further people, with the rights of a developer or reader and names in other scripts. */
export const extraAccounts = [
  {
    role: 'developer',
    objectId: '1c0f6a7e-30b1-4a55-8f0d-5f3a9e7d0004',
    username: 'haruka@contoso.onmicrosoft.com',
    displayName: '佐藤 はるか',
    password: 'haruka-local-only',
  },
  {
    role: 'reader',
    objectId: '1c0f6a7e-30b1-4a55-8f0d-5f3a9e7d0005',
    username: 'layla@contoso.onmicrosoft.com',
    displayName: 'ليلى الحداد',
    password: 'layla-local-only',
  },
] as const

/**
 * Template ids of directory roles.
 * https://learn.microsoft.com/entra/identity/role-based-access-control/permissions-reference
 */
export const directoryRoles = {
  globalAdministrator: '62e90394-69f5-4237-9190-012177145e10',
  applicationAdministrator: '9b895d92-2cd3-44c7-9d02-a6ac2d5ea5c3',
  cloudApplicationAdministrator: '158c047a-c907-4556-b7ef-446551a6b5f7',
  applicationDeveloper: 'cf1c38e5-3621-4004-a7cb-879624dced7c',
} as const

/** Another directory, for applications that sign in across tenants. */
export const partnerTenant = {
  tenantId: '2b9d4c7e-18f3-4a60-b5d2-7e6c9a1f0d42',
  domain: 'fabrikam.onmicrosoft.com',
  displayName: 'Fabrikam',
} as const

/** The developer writes in the first; the third is for admin and readers only. */
export const subscriptions = {
  development: { subscriptionId: '3d5a7c10-0001-4e2b-9c4d-a1b2c3d4e501', displayName: 'Contoso Development' },
  production: { subscriptionId: '3d5a7c10-0002-4e2b-9c4d-a1b2c3d4e502', displayName: 'Contoso Production' },
  restricted: { subscriptionId: '3d5a7c10-0003-4e2b-9c4d-a1b2c3d4e503', displayName: 'Contoso Restricted' },
} as const

/** Of the partner's directory: nobody of contoso sees it. */
export const partnerSubscription = {
  subscriptionId: '3d5a7c10-0009-4e2b-9c4d-a1b2c3d4e509',
  displayName: 'Fabrikam Shared',
} as const

/** The portal's own registration: a confidential web client. The secret protects nothing but this tenant. */
export const portalClient = {
  clientId: 'b7e0c2d4-5f61-4a83-9b1c-0d2e4f6a8b01',
  objectId: 'b7e0c2d4-5f61-4a83-9b1c-0d2e4f6a8b02',
  servicePrincipalId: 'b7e0c2d4-5f61-4a83-9b1c-0d2e4f6a8b03',
  displayName: 'Trustwright (local)',
  clientSecret: 'portal-secret-local-only',
  redirectUris: ['http://localhost:4280/auth/callback'],
  logoutUris: ['http://localhost:4280/', 'http://localhost:4280/signed-out'],
  /** App role of its administrators, assigned to the seeded admin. */
  adminRoleId: 'b7e0c2d4-5f61-4a83-9b1c-0d2e4f6a8b04',
  adminRole: 'Trustwright.Admin',
  scopeId: 'b7e0c2d4-5f61-4a83-9b1c-0d2e4f6a8b05',
  /** What scripts and framed pages ask for, below `api://` and the client ID. */
  scope: 'access_as_user',
} as const

/** A service principal for scripts; Contributor on every subscription. */
export const automationClient = {
  clientId: 'c8f1d3e5-6072-4b94-8c2d-1e3f507b9c01',
  objectId: 'c8f1d3e5-6072-4b94-8c2d-1e3f507b9c02',
  servicePrincipalId: 'c8f1d3e5-6072-4b94-8c2d-1e3f507b9c03',
  displayName: 'contoso-automation',
  clientSecret: 'automation-secret-local-only',
} as const

/** An API between a person's client and Azure (on-behalf-of); takes version 2.0 tokens, may call ARM and Graph for people. */
export const apiClient = {
  clientId: 'd9a2e4f6-7183-4ca5-9d3e-2f40618cad01',
  objectId: 'd9a2e4f6-7183-4ca5-9d3e-2f40618cad02',
  servicePrincipalId: 'd9a2e4f6-7183-4ca5-9d3e-2f40618cad03',
  displayName: 'contoso-orders-api',
  clientSecret: 'orders-api-secret-local-only',
  identifierUri: 'api://d9a2e4f6-7183-4ca5-9d3e-2f40618cad01',
  scopeId: 'd9a2e4f6-7183-4ca5-9d3e-2f40618cad04',
  scope: 'access_as_user',
  roleId: 'd9a2e4f6-7183-4ca5-9d3e-2f40618cad05',
  role: 'Orders.Read.All',
} as const

/** A single-page application that may call the API, ARM and Graph; its local port does not count. */
export const spaClient = {
  clientId: 'e0b3f507-8294-4db6-ae4f-3051729dbe01',
  objectId: 'e0b3f507-8294-4db6-ae4f-3051729dbe02',
  servicePrincipalId: 'e0b3f507-8294-4db6-ae4f-3051729dbe03',
  displayName: 'contoso-orders-web',
  redirectUris: ['http://localhost/', 'http://localhost/redirect', 'http://localhost/redirect.html'],
} as const

/** A public client (device code, loopback address) that may call the API, ARM and Graph. */
export const cliClient = {
  clientId: 'f1c40618-93a5-4ec7-bf50-41628aecf001',
  objectId: 'f1c40618-93a5-4ec7-bf50-41628aecf002',
  servicePrincipalId: 'f1c40618-93a5-4ec7-bf50-41628aecf003',
  displayName: 'contoso-orders-cli',
  redirectUris: ['http://localhost'],
} as const

/** An application of contoso's that signs in to the partner's directory too, and reads a subscription there. */
export const partnerClient = {
  clientId: 'a2d51729-04b6-4fd8-8061-52739bfd0101',
  objectId: 'a2d51729-04b6-4fd8-8061-52739bfd0102',
  servicePrincipalId: 'a2d51729-04b6-4fd8-8061-52739bfd0103',
  /** Its principal in the partner's directory. */
  partnerPrincipalId: 'a2d51729-04b6-4fd8-8061-52739bfd0104',
  displayName: 'contoso-partner-sync',
  clientSecret: 'partner-sync-secret-local-only',
  /** Trusted on the home application. */
  subject: 'repo:contoso/partner-sync:environment:prod',
} as const

/** Audience of the public cloud that Microsoft recommends for federated identity credentials. */
export const tokenExchangeAudience = 'api://AzureADTokenExchange'

export const githubIssuer = 'https://token.actions.githubusercontent.com'

const clusterId = '5e9d2c81-7a34-4f60-8b1d-c0ffee5e9d2c'

/** The trailing slash is part of an AKS issuer. */
export const clusterIssuer = `https://westeurope.oic.prod-aks.azure.com/${tenantId}/${clusterId}/`

/** Runs on a public name, and no platform stands behind it. */
export const unknownIssuer = 'https://idp.fabrikam.com'

/** Of a cluster that was deleted: AKS answers its discovery document with 404. */
export const deletedClusterIssuer = `https://westeurope.oic.prod-aks.azure.com/${tenantId}/0de1e7ed-7a34-4f60-8b1d-c0ffee5e9d2c/`

/** What `IDENTITY_HEADER` has to be for the managed-identity endpoint in App Service's shape. */
export const identityHeader = 'identity-header-local-only'

/** Names of credentials, identities or groups that make ARM, or the last one the sign-in, fail. */
export const sentinels = {
  /** 429 with `Retry-After: 2`. */
  throttled: 'sentinel-throttled',
  /** 429 with `Retry-After: 120`. */
  throttledLong: 'sentinel-throttled-long',
  /** 409 for concurrent writes, always. */
  concurrent: 'sentinel-concurrent',
  /** 409 for concurrent writes on the first two tries, then it works. */
  concurrentOnce: 'sentinel-concurrent-once',
  /** 500. */
  broken: 'sentinel-broken',
  /** Answers after 3 seconds. */
  slow: 'sentinel-slow',
  /** 401 `InvalidAuthenticationToken`, and the caller's sign-ins are revoked. */
  signedOut: 'sentinel-signed-out',
  /** 403 `AuthorizationFailed`. */
  forbidden: 'sentinel-forbidden',
  /** 403 `RequestDisallowedByPolicy`. */
  policy: 'sentinel-policy',
  /** A trust that sign-in overlooks, however exactly it fits, until it was deleted and made again. */
  unheard: 'sentinel-unheard',
} as const

/** Where ARM refuses federated identity credentials: the shorter of the two lists that Microsoft published. */
export const locationsWithoutCredentials = ['malaysiasouth', 'newzealandnorth'] as const
