import type { Application, KeyCredential, PasswordCredential } from '../../kernel/entities/directory.ts'
import { tenantDomain } from '../../seed.ts'
import type { JsonObject, View } from '../core/entity-type.ts'
import { instant, second } from '../core/instant.ts'

/** Properties of `web`, `api` and the like are filled by `applicationShape`. */
export const emptyApplication: JsonObject = {
  id: null,
  deletedDateTime: null,
  appId: null,
  applicationTemplateId: null,
  disabledByMicrosoftStatus: null,
  createdDateTime: null,
  displayName: null,
  description: null,
  groupMembershipClaims: null,
  identifierUris: [],
  isDeviceOnlyAuthSupported: null,
  isFallbackPublicClient: null,
  nativeAuthenticationApisEnabled: null,
  notes: null,
  publisherDomain: tenantDomain,
  serviceManagementReference: null,
  signInAudience: null,
  tags: [],
  tokenEncryptionKeyId: null,
  uniqueName: null,
  samlMetadataUrl: null,
  defaultRedirectUri: null,
  certification: null,
  optionalClaims: null,
  requestSignatureVerification: null,
  servicePrincipalLockConfiguration: null,
  addIns: [],
  api: null,
  appRoles: [],
  info: {
    logoUrl: null,
    marketingUrl: null,
    privacyStatementUrl: null,
    supportUrl: null,
    termsOfServiceUrl: null,
  },
  keyCredentials: [],
  parentalControlSettings: { countriesBlockedForMinors: [], legalAgeGroupRule: 'Allow' },
  passwordCredentials: [],
  publicClient: null,
  requiredResourceAccess: [],
  verifiedPublisher: { displayName: null, verifiedPublisherId: null, addedDateTime: null },
  web: null,
  spa: null,
}

/** https://learn.microsoft.com/graph/api/resources/application */
export function applicationShape(application: Application, { version }: View): JsonObject {
  const { api, redirectUris, implicitGrant } = application
  return {
    ...emptyApplication,
    authenticationBehaviors: null,
    createdByAppId: null,
    isDisabled: null,
    ...application.furtherProperties,
    id: application.objectId,
    appId: application.appId,
    createdDateTime: second(application.createdAt),
    displayName: application.displayName,
    description: application.description,
    identifierUris: application.identifierUris,
    isFallbackPublicClient: application.isFallbackPublicClient,
    notes: application.notes,
    signInAudience: application.signInAudience,
    tags: application.tags,
    uniqueName: application.uniqueName,
    api: {
      acceptMappedClaims: api.acceptMappedClaims,
      knownClientApplications: api.knownClientApplications,
      requestedAccessTokenVersion: api.requestedAccessTokenVersion,
      oauth2PermissionScopes: api.oauth2PermissionScopes,
      preAuthorizedApplications: api.preAuthorizedApplications.map(
        ({ appId, delegatedPermissionIds: ids }) =>
          version === 'beta' ? { appId, permissionIds: ids } : { appId, delegatedPermissionIds: ids },
      ),
    },
    appRoles: application.appRoles.map((role) => ({ ...role, origin: 'Application' })),
    keyCredentials: application.keyCredentials.map((key) => keyShape(key)),
    passwordCredentials: application.passwordCredentials.map((secret) => passwordShape(secret)),
    publicClient: { redirectUris: redirectUris.publicClient },
    requiredResourceAccess: application.requiredResourceAccess,
    web: {
      homePageUrl: application.homePageUrl,
      logoutUrl: application.logoutUris[0] ?? null,
      redirectUris: redirectUris.web,
      implicitGrantSettings: {
        enableAccessTokenIssuance: implicitGrant.accessTokens,
        enableIdTokenIssuance: implicitGrant.idTokens,
      },
      redirectUriSettings: redirectUris.web.map((uri) => ({ uri, index: null })),
    },
    spa: { redirectUris: redirectUris.spa },
  }
}

/** A secret itself is shown once, by the call that makes it. */
export function passwordShape(secret: PasswordCredential, secretText: string | null = null): JsonObject {
  return {
    customKeyIdentifier: null,
    displayName: secret.displayName,
    endDateTime: instant(secret.endAt),
    hint: secret.hint,
    keyId: secret.keyId,
    secretText,
    startDateTime: instant(secret.startAt),
  }
}

/** The certificate itself is sent only when `$select` names the property of one application. */
export function keyShape(key: KeyCredential, withKey = false): JsonObject {
  return {
    customKeyIdentifier: Buffer.from(key.customKeyIdentifier, 'base64').toString('hex').toUpperCase(),
    displayName: key.displayName,
    endDateTime: second(key.endAt),
    key: withKey ? key.key : null,
    keyId: key.keyId,
    startDateTime: second(key.startAt),
    type: key.type,
    usage: key.usage,
  }
}
