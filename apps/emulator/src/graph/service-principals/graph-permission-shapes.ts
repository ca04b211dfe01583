import { graphRoles, graphScopes } from '../../kernel/graph-permissions.ts'

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

/** `oauth2PermissionScopes` of Microsoft Graph's own service principal. */
export const graphPermissionScopes = graphScopes.map(({ id, value, title, consent }) => ({
  adminConsentDescription: title,
  adminConsentDisplayName: title,
  id,
  isEnabled: true,
  type: consent,
  userConsentDescription: title,
  userConsentDisplayName: title,
  value,
}))
