import type { GraphFault } from './refusal.ts'

/**
 * Graph's own refusals. Codes and texts marked (u) were not seen in a published source and may differ in Azure.
 * Source: https://learn.microsoft.com/graph/errors
 */
export const faults = {
  /** Seen in Azure/azure-service-operator#2464. */
  notFound: (id: string): GraphFault => ({
    status: 404,
    code: 'Request_ResourceNotFound',
    message: `Resource '${id}' does not exist or one of its queried reference-property objects are not present.`,
  }),
  insufficientPrivileges: (): GraphFault => ({
    status: 403,
    code: 'Authorization_RequestDenied',
    message: 'Insufficient privileges to complete the operation.',
  }),
  /** https://learn.microsoft.com/entra/identity/monitoring-health/howto-analyze-activity-logs-with-microsoft-graph */
  noPremiumLicence: (): GraphFault => ({
    status: 403,
    code: 'Authentication_RequestFromNonPremiumTenantOrB2CTenant',
    message: "Neither tenant is B2C or tenant doesn't have premium license",
  }),
  unknownSegment: (segment: string): GraphFault => ({
    status: 400,
    code: 'BadRequest',
    message: `Resource not found for the segment '${segment}'.`,
  }),
  /** (u) */
  methodNotAllowed: (): GraphFault => ({
    status: 405,
    code: 'Request_BadRequest',
    message: 'Specified HTTP method is not allowed for the request target.',
  }),
  /** (u) */
  unreadableBody: (): GraphFault => ({
    status: 400,
    code: 'BadRequest',
    message:
      'Unable to read JSON request payload. Please ensure Content-Type header is set and payload is of valid JSON format.',
  }),
  /** (u) */
  emptyBody: (): GraphFault => ({
    status: 400,
    code: 'BadRequest',
    message: 'Empty Payload. JSON content expected.',
  }),
  /** (u) */
  unknownProperty: (name: string): GraphFault => ({
    status: 400,
    code: 'Request_BadRequest',
    message: `Invalid property '${name}'.`,
  }),
  valueRequired: (name: string, resource: string): GraphFault => ({
    status: 400,
    code: 'Request_BadRequest',
    message: `A value is required for property '${name}' of resource '${resource}'.`,
  }),
  invalidValue: (name: string, resource: string): GraphFault => ({
    status: 400,
    code: 'Request_BadRequest',
    message: `Invalid value specified for property '${name}' of resource '${resource}'.`,
  }),
  /** (u) */
  readOnly: (name: string, resource: string): GraphFault => ({
    status: 400,
    code: 'Request_BadRequest',
    message: `Property '${name}' is read-only and cannot be set on resource '${resource}'.`,
  }),
  conflict: (name: string): GraphFault => ({
    status: 400,
    code: 'Request_BadRequest',
    message: `Another object with the same value for property ${name} already exists.`,
    details: [
      {
        code: 'ObjectConflict',
        target: name,
        message: `Another object with the same value for property ${name} already exists.`,
      },
    ],
  }),
  /** (u) */
  sameKey: (name: string): GraphFault => ({
    status: 409,
    code: 'Request_MultipleObjectsWithSameKeyValue',
    message: `Another object with the same value for property ${name} already exists.`,
  }),
  delegatedOnly: (): GraphFault => ({
    status: 400,
    code: 'BadRequest',
    message: '/me request is only valid with delegated authentication flow.',
  }),
  alreadyReferenced: (property: string): GraphFault => ({
    status: 400,
    code: 'Request_BadRequest',
    message: `One or more added object references already exist for the following modified properties: '${property}'.`,
  }),
  /** (u) */
  badReference: (): GraphFault => ({
    status: 400,
    code: 'Request_BadRequest',
    message: "The '@odata.id' annotation has to name a directory object of this tenant.",
  }),
  /** Ours: what is not built says so. */
  notEmulated: (what: string): GraphFault => ({
    status: 501,
    code: 'NotEmulated',
    message: `The emulator does not imitate ${what}.`,
  }),
} as const
