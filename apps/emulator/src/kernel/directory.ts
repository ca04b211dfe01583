import { createHash } from 'node:crypto'
import type { Application, PasswordCredential, ServicePrincipal } from './entities/directory.ts'
import type { World } from './world.ts'

/** The application's principal in a tenant; without one it cannot sign in there. */
export function servicePrincipalOf(
  world: World,
  appId: string,
  tenantId: string = world.settings.tenantId,
): ServicePrincipal | undefined {
  return world.store.servicePrincipals.by('appId', appId).find((principal) => principal.tenantId === tenantId)
}

const secretYears = 2

/** A client secret as the directory keeps it: its hash and the first three characters. */
export function passwordCredential(
  secret: string,
  options: { keyId: string; now: number; displayName?: string; endAt?: number },
): PasswordCredential {
  const { keyId, now, displayName, endAt } = options
  return {
    keyId,
    displayName: displayName ?? null,
    hint: secret.slice(0, 3),
    hash: createHash('sha256').update(secret).digest('base64url'),
    startAt: now,
    endAt: endAt ?? now + secretYears * 365 * 24 * 60 * 60_000,
  }
}

/** An application as the directory makes it when only these fields are said. */
export function newApplication(
  fields: Pick<Application, 'objectId' | 'appId' | 'displayName' | 'createdAt'> & Partial<Application>,
): Application {
  return {
    description: null,
    notes: null,
    uniqueName: null,
    signInAudience: 'AzureADMyOrg',
    identifierUris: [],
    tags: [],
    redirectUris: { web: [], spa: [], publicClient: [] },
    logoutUris: [],
    homePageUrl: null,
    implicitGrant: { idTokens: false, accessTokens: false },
    isFallbackPublicClient: null,
    api: {
      requestedAccessTokenVersion: null,
      acceptMappedClaims: null,
      knownClientApplications: [],
      oauth2PermissionScopes: [],
      preAuthorizedApplications: [],
    },
    appRoles: [],
    requiredResourceAccess: [],
    keyCredentials: [],
    passwordCredentials: [],
    ownerIds: [],
    ...fields,
  }
}

export function newServicePrincipal(
  fields: Pick<ServicePrincipal, 'objectId' | 'appId' | 'displayName' | 'tenantId' | 'createdAt'> &
    Partial<ServicePrincipal>,
): ServicePrincipal {
  return {
    servicePrincipalType: 'Application',
    accountEnabled: true,
    appRoleAssignmentRequired: false,
    tags: ['WindowsAzureActiveDirectoryIntegratedApp'],
    ownerIds: [],
    ...fields,
  }
}
