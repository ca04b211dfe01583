import { invalidClient, invalidRequest } from '../core/refusal.ts'

const help = 'https://docs.microsoft.com/en-us/azure/active-directory/develop/workload-identity-federation'
const check =
  'Please check your federated identity credential Subject, Audience and Issuer against the presented assertion.'

/**
 * Refusals of the federated exchange. Numbers and texts were seen in public threads; those marked (u) have a published
 * number and our own words, and for all of them the `error` and the status are assumed from their likes.
 * https://learn.microsoft.com/entra/workload-id/workload-identity-federation-considerations
 */
export const exchangeFaults = {
  noCredentials: (clientId: string, name: string) =>
    invalidClient(
      70025,
      `The client '${clientId}'(${name}) has no configured federated identity credentials.`,
    ),
  noIssuer: (issuer: string) => noMatch(700211, `issuer '${issuer}'`),
  noAudience: (audiences: readonly string[]) => noMatch(700212, `audience '${audiences.join(',')}'`),
  noSubject: (subject: string) => noMatch(700213, `subject '${subject}'`),
  otherCase: (subject: string) =>
    invalidClient(
      7002138,
      `No matching federated identity record found for presented assertion subject '${subject}'. The subject matches with case-insensitive comparison, but not with case-sensitive comparison. Check your federated identity credential Subject, Audience and Issuer against the presented assertion. See documentation at: https://learn.microsoft.com/entra/workload-id/workload-identity-federation. See breaking change notification and remediation at: https://learn.microsoft.com/en-us/entra/identity-platform/reference-breaking-changes#august-2024.`,
    ),
  noExpression: (subject: string) =>
    invalidClient(
      7002131,
      `No matching federated identity record found for presented assertion subject '${subject}' or no federated identity credential expression matched. Please check your federated identity credential Subject, Expression, Audience and Issuer against the presented assertion. https://learn.microsoft.com/entra/workload-id/workload-identity-federation`,
    ),
  /** Seen with callers of Microsoft's own: the text names the subject that is wanted. */
  noFirstPartySubject: (subject: string) =>
    invalidClient(
      7002137,
      `No matching federated identity record found for presented assertion subject '${subject}'. Please make sure the federated identity credential Subject is '${subject}'.`,
    ),
  /** (u) */
  expressionIssuer: (issuer: string) =>
    invalidClient(7002241, `The issuer '${issuer}' may not be used with claims matching expressions.`),
  /** (u) */
  expressionUnreadable: (name: string) =>
    invalidClient(
      700233,
      `The claims matching expression of the federated identity credential '${name}' could not be parsed.`,
    ),
  /** (u) */
  expressionUnsupported: () =>
    invalidClient(
      700235,
      'Claims matching expressions are not supported in this federated identity credential flow.',
    ),
  entraIssued: () => invalidClient(700222, 'AAD-issued tokens may not be used for federated identity flows.'),
  notManagedIdentity: () =>
    invalidClient(700226, 'Only MSI tokens may be used as Federated Identity Credentials for AAD issuer.'),
  notApplicationOnly: () =>
    invalidClient(
      700229,
      'Forbidden token type. Only app-only tokens may be used as Federated Identity Credentials for AAD issuer.',
    ),
  /** (u) */
  chained: () =>
    invalidClient(
      700231,
      'A token that was acquired with a federated identity credential may not be used as a federated identity credential.',
    ),
  otherTenant: (issuer: string) =>
    invalidClient(
      700236,
      `Entra ID tokens issued by issuer ${issuer} may not be used for federated identity credential flows for applications or managed identities registered in this tenant.`,
    ),
  multiTenant: () =>
    invalidClient(
      70052,
      'The identity must be a managed identity, a single tenant app, or a service account',
    ),
  otherCloud: () => invalidClient(900382, 'Confidential Client is not supported in Cross Cloud.'),
  unknownKey: (kid: string, issuer: string) =>
    invalidClient(
      7000272,
      `The certificate with identifier ${kid} used to sign the federated credential could not be found in the metadata of identity provider ${issuer}. Please validate that your Identity Provider's metadata exposes the key used to sign the incoming token.`,
    ),
  /** Seen where key and algorithm do not fit; for a key that is too short or no key at all (u). */
  unusableKey: () => invalidRequest(5002730, 'Invalid JWT token. Unsupported key for the signing algorithm.'),
  wrongSignature: () => invalidClient(700027, 'Client assertion failed signature validation.'),
} as const

function noMatch(code: number, what: string) {
  return invalidClient(
    code,
    `No matching federated identity record found for presented assertion ${what}. ${check} ${help}`,
  )
}
