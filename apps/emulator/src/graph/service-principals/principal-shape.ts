import type { Application, ServicePrincipal } from '../../kernel/entities/directory.ts'
import type { ManagedIdentity } from '../../kernel/entities/resources.ts'
import { firstParty, microsoftTenantId } from '../../seed-first-party.ts'
import type { JsonObject, View } from '../core/entity-type.ts'
import { second } from '../core/instant.ts'
import { emptyApplication } from '../applications/application-shape.ts'
import { resourceIdOf, type Principal } from './principals.ts'
import { armPermissionScopes, graphAppRoles, graphPermissionScopes } from './graph-permission-shapes.ts'

export const emptyPrincipal: JsonObject = {
  id: null,
  deletedDateTime: null,
  accountEnabled: true,
  alternativeNames: [],
  appDisplayName: null,
  appDescription: null,
  appId: null,
  applicationTemplateId: null,
  appOwnerOrganizationId: null,
  appRoleAssignmentRequired: false,
  createdDateTime: null,
  description: null,
  disabledByMicrosoftStatus: null,
  displayName: null,
  homepage: null,
  loginUrl: null,
  logoutUrl: null,
  notes: null,
  notificationEmailAddresses: [],
  preferredSingleSignOnMode: null,
  preferredTokenSigningKeyThumbprint: null,
  replyUrls: [],
  servicePrincipalNames: [],
  servicePrincipalType: null,
  signInAudience: null,
  tags: [],
  tokenEncryptionKeyId: null,
  samlSingleSignOnSettings: null,
  addIns: [],
  appRoles: [],
  info: emptyApplication.info,
  keyCredentials: [],
  oauth2PermissionScopes: [],
  passwordCredentials: [],
  resourceSpecificApplicationPermissions: [],
  verifiedPublisher: emptyApplication.verifiedPublisher,
}

/** https://learn.microsoft.com/graph/api/resources/serviceprincipal */
export function principalShape(principal: Principal, view: View): JsonObject {
  return 'stored' in principal ? storedShape(principal.stored, view) : identityShape(principal.identity)
}

function storedShape(principal: ServicePrincipal, { world }: View): JsonObject {
  const application = world.store.applications.get(principal.appId)
  return {
    ...emptyPrincipal,
    ...(application ? ofApplication(application, world.settings.tenantId) : ofMicrosoft(principal)),
    ...principal.furtherProperties,
    id: principal.objectId,
    accountEnabled: principal.accountEnabled,
    appId: principal.appId,
    appRoleAssignmentRequired: principal.appRoleAssignmentRequired,
    createdDateTime: second(principal.createdAt),
    displayName: principal.displayName,
    servicePrincipalType: principal.servicePrincipalType,
    tags: principal.tags,
  }
}

function ofApplication(application: Application, tenantId: string): JsonObject {
  const { web, spa, publicClient } = application.redirectUris
  return {
    appDisplayName: application.displayName,
    appDescription: application.description,
    appOwnerOrganizationId: tenantId,
    homepage: application.homePageUrl,
    logoutUrl: application.logoutUris[0] ?? null,
    replyUrls: [...web, ...spa, ...publicClient],
    servicePrincipalNames: [...application.identifierUris, application.appId],
    signInAudience: application.signInAudience,
    appRoles: application.appRoles.map((role) => ({ ...role, origin: 'Application' })),
    oauth2PermissionScopes: application.api.oauth2PermissionScopes,
  }
}

function ofMicrosoft({ appId, displayName }: ServicePrincipal): JsonObject {
  const graph = appId === firstParty.graph.appId
  return {
    appDisplayName: displayName,
    appOwnerOrganizationId: microsoftTenantId,
    servicePrincipalNames: graph ? [appId, 'https://graph.microsoft.com'] : [appId],
    signInAudience: 'AzureADMultipleOrgs',
    ...(graph ? { appRoles: graphAppRoles, oauth2PermissionScopes: graphPermissionScopes } : {}),
    ...(appId === firstParty.arm.appId ? { oauth2PermissionScopes: armPermissionScopes } : {}),
  }
}

/** A user-assigned identity has no application: what an application would give is null. */
function identityShape(identity: ManagedIdentity): JsonObject {
  const resourceId = resourceIdOf(identity)
  return {
    ...emptyPrincipal,
    id: identity.principalId,
    alternativeNames: ['isExplicit=True', resourceId],
    appId: identity.clientId,
    createdDateTime: second(identity.createdAt),
    displayName: identity.name,
    servicePrincipalNames: [identity.clientId],
    servicePrincipalType: 'ManagedIdentity',
  }
}
