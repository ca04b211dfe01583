import type { GraphFault } from '../core/refusal.ts'

/** What Graph says to a write of an application. Texts marked (u) were not seen in a published source. */
export const applicationFaults = {
  /** https://learn.microsoft.com/entra/identity-platform/identifier-uri-restrictions */
  unverifiedHost: (uri: string): GraphFault => ({
    status: 400,
    code: 'HostNameNotOnVerifiedDomain',
    message: `Values of identifierUris property must use a verified domain of the organization or its subdomain: '${uri}'`,
  }),
  newPassword: (): GraphFault => bad('New password credentials must be generated with service actions.'),
  /** (u) */
  duplicateValue: (property: string): GraphFault => ({
    status: 400,
    code: 'DuplicateValue',
    message: `Request contains a property with duplicate values: '${property}'.`,
  }),
  enabledEntitlement: (): GraphFault => ({
    status: 400,
    code: 'CannotDeleteOrUpdateEnabledEntitlement',
    message: 'Permission (scope or role) cannot be deleted or updated unless disabled first.',
  }),
  /** (u) */
  unknownPermission: (id: string): GraphFault => ({
    status: 400,
    code: 'InvalidValue',
    message: `Property api.preAuthorizedApplications has a permission '${id}' that is not in api.oauth2PermissionScopes.`,
  }),
  tokenVersion: (): GraphFault => bad('Property api.requestedAccessTokenVersion is invalid.'),
  /** (u) */
  uniqueNameFixed: (): GraphFault =>
    bad('The uniqueName property of an application cannot be changed once it was set.'),
  /** (u) */
  keyValue: (): GraphFault => ({
    status: 400,
    code: 'KeyCredentialsInvalidValue',
    message: 'Key credential value is invalid: a DER certificate in base64 is expected.',
  }),
  keyEnd: (): GraphFault => ({
    status: 400,
    code: 'KeyCredentialsInvalidEndDate',
    message: 'Key credential end date is invalid.',
  }),
  /** (u) */
  noPassword: (keyId: string): GraphFault => bad(`No password credential found with keyId '${keyId}'.`),
} as const

function bad(message: string): GraphFault {
  return { status: 400, code: 'Request_BadRequest', message }
}
