import type { GraphFault } from '../core/refusal.ts'

const objectType = 'Microsoft.Online.DirectoryServices.Application'

/**
 * What Graph says to a write of a federated identity credential. Texts marked (u) were not seen in a published source.
 * Source: https://learn.microsoft.com/graph/api/resources/federatedidentitycredential
 */
export const credentialFaults = {
  /** Code and text: Azure/azure-workload-identity, pkg/cloud/errors.go. */
  sameName: (name: string): GraphFault => ({
    status: 409,
    code: 'Request_MultipleObjectsWithSameKeyValue',
    message: `FederatedIdentityCredential with name ${name} already exists.`,
  }),
  /** Seen in Azure/azure-workload-identity#434. */
  samePair: (issuer: string, subject: string): GraphFault =>
    invalid(
      `The combination of issuer and subject must be unique for the application. Issuer ${issuer} and Subject: ${subject} already exist. paramName: FederatedIdentityCredential.Subject, paramValue: ${subject}, objectType: ${objectType}`,
    ),
  /** Status 403 was reported; code and text (u) are the directory's for an object that is full. */
  full: (): GraphFault => ({
    status: 403,
    code: 'Directory_ResultSizeLimitExceeded',
    message:
      'The size of the object has exceeded its limit. Please reduce the number of values and retry your request.',
  }),
  /** (u) around the reported gist. */
  name: (name: string): GraphFault =>
    field('Name', name, 'The FederatedIdentityCredential.Name value is not a valid URI last segment.'),
  /** (u) around the reported gist. */
  rename: (name: string): GraphFault =>
    field('Name', name, 'The FederatedIdentityCredential.Name is immutable.'),
  /** (u) */
  required: (property: Property): GraphFault =>
    field(property, '', `The FederatedIdentityCredential.${property} value is required.`),
  /** (u) */
  tooLong: (property: Property, value: string): GraphFault =>
    field(property, value, `The FederatedIdentityCredential.${property} value exceeds the maximum length.`),
  /** (u) */
  notUrl: (issuer: string): GraphFault =>
    field('Issuer', issuer, 'The FederatedIdentityCredential.Issuer value is not a valid URL.'),
  /** (u) */
  audiences: (count: number): GraphFault =>
    field('Audiences', String(count), 'Federated identity credentials must have exactly one audience.'),
  /** (u) */
  bothMatches: (): GraphFault =>
    invalid(
      `A federated identity credential has either a Subject or a ClaimsMatchingExpression, not both. paramName: FederatedIdentityCredential.ClaimsMatchingExpression, paramValue: , objectType: ${objectType}`,
    ),
  /** (u) That a credential cannot become a flexible one or back was reported. */
  conversion: (): GraphFault =>
    invalid(
      `A federated identity credential cannot be changed between a Subject and a ClaimsMatchingExpression. paramName: FederatedIdentityCredential.ClaimsMatchingExpression, paramValue: , objectType: ${objectType}`,
    ),
  /** (u) around the reported words `not allowed as per assigned policy`. */
  refusedIssuer: (issuer: string): GraphFault =>
    field(
      'Issuer',
      issuer,
      `The FederatedIdentityCredential.Issuer value '${issuer}' is not allowed as per assigned policy.`,
    ),
} as const

export type Property = 'Name' | 'Issuer' | 'Subject' | 'Audiences' | 'Description'

function field(property: Property, value: string, sentence: string): GraphFault {
  return invalid(
    `${sentence} paramName: FederatedIdentityCredential.${property}, paramValue: ${value}, objectType: ${objectType}`,
  )
}

function invalid(message: string): GraphFault {
  return { status: 400, code: 'InvalidFederatedIdentityCredentialValue', message }
}
