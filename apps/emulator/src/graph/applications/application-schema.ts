import { z } from 'zod'

const text = z.string()
const guid = z.string().regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i)
const flag = z.boolean().nullable()
const loopback = /^(localhost|127\.0\.0\.1|\[::1\])$/

/** A redirect address: no fragment; http only for the caller's own machine. https://learn.microsoft.com/entra/identity-platform/reply-url */
function redirect(schemes: 'web' | 'any') {
  return text.max(256).refine((address) => {
    const url = URL.parse(address)
    if (!url || url.hash !== '') return false
    if (url.protocol === 'http:') return loopback.test(url.hostname)
    return schemes === 'any' || url.protocol === 'https:'
  })
}

export const permissionScopeSchema = z.strictObject({
  id: guid,
  value: text.max(120),
  type: z.enum(['User', 'Admin']).default('User'),
  isEnabled: z.boolean().default(true),
  adminConsentDisplayName: text.max(100),
  adminConsentDescription: text,
  userConsentDisplayName: text.nullable().default(null),
  userConsentDescription: text.nullable().default(null),
  origin: text.nullish(),
})

const apiSchema = z
  .strictObject({
    requestedAccessTokenVersion: z.union([z.literal(1), z.literal(2)]).nullable(),
    acceptMappedClaims: flag,
    knownClientApplications: z.array(guid),
    oauth2PermissionScopes: z.array(permissionScopeSchema),
    preAuthorizedApplications: z.array(
      z.strictObject({
        appId: guid,
        delegatedPermissionIds: z.array(guid).optional(),
        /** Spelling of beta. */
        permissionIds: z.array(guid).optional(),
      }),
    ),
    resourceSpecificApplicationPermissions: z.array(z.unknown()),
  })
  .partial()

const webSchema = z
  .strictObject({
    homePageUrl: text.max(255).nullable(),
    logoutUrl: text
      .max(255)
      .regex(/^(https:\/\/|http:\/\/localhost(?=[:/]|$))/i)
      .nullable(),
    redirectUris: z.array(redirect('web')),
    redirectUriSettings: z.array(z.strictObject({ uri: text, index: z.number().int().nullable() })),
    implicitGrantSettings: z
      .strictObject({ enableAccessTokenIssuance: flag, enableIdTokenIssuance: flag })
      .partial(),
  })
  .partial()

const keySchema = z.strictObject({
  customKeyIdentifier: text.nullish(),
  displayName: text.nullish(),
  endDateTime: z.iso.datetime({ offset: true }).nullish(),
  startDateTime: z.iso.datetime({ offset: true }).nullish(),
  key: text.nullish(),
  keyId: guid.nullish(),
  type: z.enum(['AsymmetricX509Cert', 'X509CertAndPassword', 'Symmetric']),
  usage: z.enum(['Verify', 'Sign', 'Encrypt']),
  hasExtendedValue: flag.optional(),
})

export const appRoleSchema = z.strictObject({
  id: guid,
  value: text.max(120).nullable().default(null),
  displayName: text.max(100),
  description: text,
  allowedMemberTypes: z.array(z.enum(['User', 'Application'])).min(1),
  isEnabled: z.boolean().default(true),
  origin: text.nullish(),
})

/** Kept as written: nothing in the emulator reads them. */
const further = {
  addIns: z.array(z.unknown()),
  authenticationBehaviors: z.unknown(),
  defaultRedirectUri: text.nullable(),
  groupMembershipClaims: text.nullable(),
  info: z.unknown(),
  isDeviceOnlyAuthSupported: flag,
  nativeAuthenticationApisEnabled: text.nullable(),
  optionalClaims: z.unknown(),
  parentalControlSettings: z.unknown(),
  requestSignatureVerification: z.unknown(),
  samlMetadataUrl: text.nullable(),
  serviceManagementReference: text.nullable(),
  servicePrincipalLockConfiguration: z.unknown(),
  tokenEncryptionKeyId: guid.nullable(),
}

export const furtherProperties = Object.keys(further)

/** What a POST or PATCH of an application may carry. https://learn.microsoft.com/graph/api/resources/application#properties */
export const applicationSchema = z
  .strictObject({
    ...further,
    displayName: text.min(1).max(256),
    description: text.max(1024).nullable(),
    notes: text.max(1024).nullable(),
    uniqueName: text.max(256).nullable(),
    signInAudience: z.enum([
      'AzureADMyOrg',
      'AzureADMultipleOrgs',
      'AzureADandPersonalMicrosoftAccount',
      'PersonalMicrosoftAccount',
    ]),
    identifierUris: z.array(text.max(255).refine((uri) => URL.canParse(uri) && !uri.endsWith('/'))),
    tags: z.array(text.max(256)),
    isFallbackPublicClient: flag,
    api: apiSchema,
    appRoles: z.array(appRoleSchema),
    keyCredentials: z.array(keySchema),
    passwordCredentials: z.array(z.looseObject({ keyId: guid.nullish() })),
    publicClient: z.strictObject({ redirectUris: z.array(redirect('any')) }),
    requiredResourceAccess: z
      .array(
        z.strictObject({
          resourceAppId: guid,
          resourceAccess: z.array(z.strictObject({ id: guid, type: z.enum(['Scope', 'Role']) })),
        }),
      )
      .max(50),
    spa: z.strictObject({ redirectUris: z.array(redirect('web')) }),
    web: webSchema,
  })
  .partial()

export type ApplicationBody = z.infer<typeof applicationSchema>
export type KeyBody = z.infer<typeof keySchema>
