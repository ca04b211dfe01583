import type { ArmFault } from '../core/refusal.ts'

/** How many credentials one identity holds. */
export const credentialLimit = 20

/**
 * Microsoft.ManagedIdentity's refusals on federated identity credentials. Texts are the vendor's; the codes marked
 * (u) were not seen in a published source.
 * Source: https://learn.microsoft.com/entra/workload-id/workload-identity-federation-considerations#errors
 */
export const credentialFaults = {
  /** Code (u). */
  name: (name: string) => badRequest(`Federated Identity Credential name '${name}' is invalid.`),
  missingField: () =>
    badRequest(
      "The request format was unexpected. Federated Identity Credential must specify 'issuer', 'subject' and 'audience'.",
    ),
  /** Code (u). */
  emptyProperties: () => badRequest('Federated Identity Credential from HTTP body has empty properties'),
  /** Code (u). */
  audienceCount: () => badRequest('Federated identity credentials must have exactly one audience.'),
  /** Code (u). */
  duplicate: () => badRequest('Issuer and subject combination already exists for this Managed Identity.'),
  /** Code and text (u): only the limit itself is published. */
  tooLong: (field: string) =>
    badRequest(`Federated Identity Credential property '${field}' exceeds the limit of 600 characters.`),
  /** Code and text (u). */
  subjectAndExpression: () =>
    badRequest("Federated Identity Credential must specify either 'subject' or 'claimsMatchingExpression'."),
  /** The directory's own words; that they come through with its code (u). */
  expression: ({ code, message }: { code: string; message: string }): ArmFault => ({
    status: 400,
    code,
    message,
  }),
  /** Code (u). */
  parentNotFound: (): ArmFault => ({
    status: 404,
    code: 'ParentResourceNotFound',
    message: "The parent user-assigned identity doesn't exist.",
  }),
  regionNotEnabled: (): ArmFault => ({
    status: 405,
    code: 'MethodNotAllowed',
    message: 'The request format was unexpected : Support for federated identity credentials not enabled',
  }),
  concurrentWrite: (identityKey: string): ArmFault => ({
    status: 409,
    code: 'ConcurrentFederatedIdentityCredentialsWritesForSingleManagedIdentity',
    message: `Too many Federated Identity Credentials are written concurrently for the managed identity '${identityKey}'. Concurrent Federated Identity Credentials writes under the same managed identity are not supported.`,
  }),
  /** Status, code and text (u): Microsoft Graph answers 403 in the same case. */
  limitReached: (): ArmFault => ({
    status: 403,
    code: 'Directory_ResultSizeLimitExceeded',
    message:
      'The size of the object has exceeded its limit. Reduce the number of values and retry the request.',
  }),
} as const

function badRequest(message: string): ArmFault {
  return { status: 400, code: 'BadRequest', message }
}
