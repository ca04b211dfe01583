import type { SignIn } from '../../kernel/entities/sign-ins.ts'
import type { World } from '../../kernel/world.ts'
import { entityType, type JsonObject, type View } from '../core/entity-type.ts'
import { instant } from '../core/instant.ts'
import { displayNameOf, findPrincipal, resourceIdOf } from '../service-principals/principals.ts'

const stable = [
  'id',
  'createdDateTime',
  'userDisplayName',
  'userPrincipalName',
  'userId',
  'appId',
  'appDisplayName',
  'ipAddress',
  'clientAppUsed',
  'correlationId',
  'conditionalAccessStatus',
  'isInteractive',
  'riskDetail',
  'riskLevelAggregated',
  'riskLevelDuringSignIn',
  'riskState',
  'riskEventTypes',
  'riskEventTypes_v2',
  'resourceDisplayName',
  'resourceId',
  'status',
  'deviceDetail',
  'location',
  'appliedConditionalAccessPolicies',
]

const betaOnly = [
  'autonomousSystemNumber',
  'clientCredentialType',
  'crossTenantAccessType',
  'federatedCredentialId',
  'homeTenantId',
  'incomingTokenType',
  'managedServiceIdentity',
  'resourceTenantId',
  'servicePrincipalCredentialKeyId',
  'servicePrincipalCredentialThumbprint',
  'servicePrincipalId',
  'servicePrincipalName',
  'signInEventTypes',
  'tokenIssuerType',
  'uniqueTokenIdentifier',
  'userAgent',
]

const text = 'eq startsWith'

/**
 * A row of the sign-in log. Only beta names the credential that was used.
 * https://learn.microsoft.com/graph/api/resources/signin?view=graph-rest-beta
 */
export const signInType = entityType<SignIn>(
  {
    name: 'signIn',
    resource: 'SignIn',
    properties: stable,
    betaProperties: betaOnly,
    filters: {
      id: 'eq',
      appId: text,
      appDisplayName: text,
      clientCredentialType: 'eq',
      correlationId: text,
      createdDateTime: 'eq le ge lt gt',
      ipAddress: text,
      resourceDisplayName: 'eq',
      resourceId: 'eq',
      servicePrincipalId: text,
      servicePrincipalName: text,
      signInEventTypes: 'eq ne',
      'status/errorCode': 'eq ne',
      userDisplayName: text,
      userId: 'eq',
      userPrincipalName: text,
    },
    order: ['createdDateTime'],
    search: [],
    navigations: [],
    directoryObject: false,
  },
  { id: ({ id }) => id, json: signInShape },
)

function signInShape(signIn: SignIn, { world }: View): JsonObject {
  return {
    id: signIn.id,
    createdDateTime: instant(signIn.at),
    appId: signIn.appId,
    appDisplayName: signIn.appDisplayName,
    ipAddress: signIn.ipAddress,
    clientAppUsed: signIn.userObjectId === null ? '' : 'Browser',
    correlationId: signIn.correlationId,
    conditionalAccessStatus: 'notApplied',
    isInteractive: signIn.eventType === 'interactiveUser',
    riskDetail: 'none',
    riskLevelAggregated: 'none',
    riskLevelDuringSignIn: 'none',
    riskState: 'none',
    riskEventTypes: [],
    riskEventTypes_v2: [],
    resourceDisplayName: signIn.resourceDisplayName,
    resourceId: signIn.resourceAppId,
    status: {
      errorCode: signIn.errorCode,
      failureReason: signIn.failureReason ?? 'Other.',
      additionalDetails: null,
    },
    deviceDetail: {
      deviceId: '',
      displayName: '',
      operatingSystem: '',
      browser: '',
      isCompliant: false,
      isManaged: false,
      trustType: '',
    },
    location: { city: '', state: '', countryOrRegion: '', geoCoordinates: {} },
    appliedConditionalAccessPolicies: [],
    ...personIn(signIn, world),
    ...betaShape(signIn, world),
  }
}

function personIn({ userObjectId }: SignIn, { store }: World): JsonObject {
  const user = userObjectId === null ? undefined : store.users.get(userObjectId)
  return {
    userDisplayName: user?.displayName ?? '',
    userPrincipalName: user?.username ?? '',
    userId: userObjectId ?? '00000000-0000-0000-0000-000000000000',
  }
}

function betaShape(signIn: SignIn, world: World): JsonObject {
  const { servicePrincipalId, federatedTokenIssuer } = signIn
  const principal = servicePrincipalId === null ? undefined : findPrincipal(world, servicePrincipalId)
  const identity = principal && 'identity' in principal ? principal.identity : undefined
  return {
    autonomousSystemNumber: 0,
    clientCredentialType: signIn.clientCredentialType,
    crossTenantAccessType: 'none',
    federatedCredentialId: signIn.federatedCredentialId ?? '',
    homeTenantId: world.settings.tenantId,
    incomingTokenType: 'none',
    managedServiceIdentity: identity
      ? {
          msiType: 'userAssigned',
          associatedResourceId: resourceIdOf(identity),
          federatedTokenId: '',
          federatedTokenIssuer: federatedTokenIssuer ?? '',
        }
      : { msiType: 'none', associatedResourceId: '', federatedTokenId: '', federatedTokenIssuer: '' },
    resourceTenantId: world.settings.tenantId,
    servicePrincipalCredentialKeyId: '',
    servicePrincipalCredentialThumbprint: '',
    servicePrincipalId: servicePrincipalId ?? '',
    servicePrincipalName: principal ? displayNameOf(principal) : '',
    signInEventTypes: [signIn.eventType],
    tokenIssuerType: 'AzureAD',
    uniqueTokenIdentifier: Buffer.from(signIn.id).toString('base64url'),
    userAgent: '',
  }
}
