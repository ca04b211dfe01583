import { graphRoles, graphScopes } from '../../kernel/graph-permissions.ts'
import { armScopes, type ResourceScope } from '../../kernel/resources.ts'

/** `appRoles` of Microsoft Graph's own service principal. */
export const graphAppRoles = graphRoles.map(({ id, value, title }) => ({
  allowedMemberTypes: ['Application'],
  description: title,
  displayName: title,
  id,
  isEnabled: true,
  origin: 'Application',
  value,
}))

function scopeShape({ id, value, title, consent }: ResourceScope) {
  return {
    adminConsentDescription: title,
    adminConsentDisplayName: title,
    id,
    isEnabled: true,
    type: consent,
    userConsentDescription: title,
    userConsentDisplayName: title,
    value,
  }
}

/** `oauth2PermissionScopes` of Microsoft Graph's own service principal. */
export const graphPermissionScopes = graphScopes.map(scopeShape)

/** The same of Azure Resource Manager's. */
export const armPermissionScopes = armScopes.map(scopeShape)
