import { BrokenCircuitError } from 'cockatiel'
import { expect, test } from 'vitest'
import { PortalError } from '../errors.ts'
import type { AzureAnswer } from './azure-answer.ts'
import { AddressRefused, AzureRefusal, DeadlinePassed, UnreadableAnswer } from './azure-failures.ts'
import { mapAzureError } from './map-azure-error.ts'

const trust =
  '/subscriptions/s/resourceGroups/rg/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id/federatedIdentityCredentials/fic'
const write = 'Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials/write'

function answer(status: number, code: string | null, message: string | null): AzureAnswer {
  return {
    status,
    code,
    message,
    requestId: 'request-1',
    correlationId: 'correlation-1',
    retryAfterSeconds: null,
    wantsClaims: false,
  }
}

function map(error: unknown): PortalError {
  const mapped = mapAzureError(error)
  if (!(mapped instanceof PortalError)) throw new Error('not mapped', { cause: mapped })
  return mapped
}

// One row a row of Azure's own error tables; texts as Azure words them.
test.each([
  [400, 'BadRequest', "Federated Identity Credential name '-' is invalid.", 'UPSTREAM_REFUSED'],
  [
    400,
    'BadRequest',
    "The request format was unexpected. Federated Identity Credential must specify 'issuer', 'subject' and 'audience'.",
    'UPSTREAM_REFUSED',
  ],
  [
    400,
    'BadRequest',
    'Federated Identity Credential from HTTP body has empty properties',
    'UPSTREAM_REFUSED',
  ],
  [400, 'BadRequest', 'Federated identity credentials must have exactly one audience.', 'UPSTREAM_REFUSED'],
  [
    400,
    'BadRequest',
    'Issuer and subject combination already exists for this Managed Identity.',
    'TRUST_PAIR_TAKEN',
  ],
  [404, 'ParentResourceNotFound', "The parent user-assigned identity doesn't exist.", 'NOT_FOUND'],
  [404, 'ResourceNotFound', "The parent user-assigned identity doesn't exist.", 'NOT_FOUND'],
  [
    405,
    'MethodNotAllowed',
    'The request format was unexpected : Support for federated identity credentials not enabled',
    'REGION_NOT_SUPPORTED',
  ],
  [
    409,
    'ConcurrentFederatedIdentityCredentialsWritesForSingleManagedIdentity',
    'Too many Federated Identity Credentials are written concurrently for the managed identity.',
    'CONCURRENT_WRITE',
  ],
  [
    404,
    'ResourceNotFound',
    "The Resource 'Microsoft.ManagedIdentity/userAssignedIdentities/id/federatedIdentityCredentials/fic' under resource group 'rg' was not found.",
    'NOT_FOUND',
  ],
  [404, 'ResourceGroupNotFound', "Resource group 'rg' could not be found.", 'NOT_FOUND'],
  [404, 'SubscriptionNotFound', "The subscription 's' could not be found.", 'NOT_FOUND'],
  [403, 'AuthorizationFailed', "The client 'a' does not have authorization.", 'FORBIDDEN'],
  [400, 'MissingApiVersionParameter', 'The api-version query parameter is required.', 'UPSTREAM_REFUSED'],
  [400, 'NoRegisteredProviderFound', 'No registered resource provider found.', 'UPSTREAM_REFUSED'],
  [
    400,
    'NoRegisteredProviderFound',
    "No registered resource provider found for location 'westeurope' and API version '2025-01-31-preview' for type 'userAssignedIdentities/federatedIdentityCredentials'.",
    'API_VERSION_UNKNOWN',
  ],
  [400, 'InvalidApiVersionParameter', "The api-version '2025' is invalid.", 'API_VERSION_UNKNOWN'],
  [
    400,
    'InvalidFederatedIdentityCredentialValue',
    "The FederatedIdentityCredential.ClaimsMatchingExpression.Value is invalid. Rule exception: Expression configured for issuer 'https://gitlab.com' either lacks all required claims or contains unallowed claims.",
    'EXPRESSION_REFUSED',
  ],
  [400, 'BadRequest', 'Rule exception: The expression could not be parsed.', 'EXPRESSION_REFUSED'],
  [
    400,
    'CodeThatNobodyPublished',
    'Rule exception: The expression could not be parsed.',
    'EXPRESSION_REFUSED',
  ],
  [403, 'CodeThatNobodyPublished', 'The size of the object exceeded its limit.', 'TRUST_LIMIT_REACHED'],
  [
    403,
    'Directory_ResultSizeLimitExceeded',
    'The size of the object has exceeded its limit.',
    'TRUST_LIMIT_REACHED',
  ],
  [409, 'MissingSubscriptionRegistration', 'The subscription is not registered.', 'UPSTREAM_REFUSED'],
  [403, 'RequestDisallowedByPolicy', "Resource 'fic' was disallowed by policy.", 'POLICY_REFUSED'],
  [409, 'ScopeLocked', "The scope '/x' cannot perform write operation.", 'RESOURCE_LOCKED'],
  [429, 'TooManyRequests', 'Slow down.', 'THROTTLED'],
  [401, 'ExpiredAuthenticationToken', 'The access token expiry is in the past.', 'SESSION_ENDED'],
  [401, 'InvalidAuthenticationToken', 'The access token is malformed.', 'SESSION_ENDED'],
  [401, 'InvalidAuthenticationTokenTenant', 'The access token is from the wrong issuer.', 'SESSION_ENDED'],
  [403, 'SomethingNew', 'No.', 'FORBIDDEN'],
  [404, null, null, 'NOT_FOUND'],
  [408, null, null, 'UPSTREAM_TIMEOUT'],
  [409, 'SomethingNew', 'No.', 'UPSTREAM_REFUSED'],
  [418, null, null, 'UPSTREAM_REFUSED'],
  [500, 'InternalServerError', 'Oh.', 'UPSTREAM_FAILED'],
  [503, null, null, 'UPSTREAM_FAILED'],
] as const)('Azure’s %i %s "%s" becomes %s and keeps what Azure said', (status, code, message, becomes) => {
  const error = map(new AzureRefusal(answer(status, code, message)))
  expect(error.code).toBe(becomes)
  expect(error.extras.upstream).toEqual({
    service: 'arm',
    status,
    code,
    message,
    requestId: 'request-1',
    correlationId: 'correlation-1',
  })
})

test.each([
  [write, 'Managed Identity Contributor'],
  ['Microsoft.ManagedIdentity/userAssignedIdentities/read', 'Reader'],
  ['Microsoft.Resources/subscriptions/resourceGroups/write', 'Contributor'],
  ['Microsoft.Authorization/roleAssignments/write', 'Role Based Access Control Administrator'],
])('a refusal of %s names the smallest role: %s', (action, role) => {
  const message = `The client 'dana@contoso.com' with object id 'o' does not have authorization to perform action '${action}' over scope '${trust}' or the scope is invalid.`
  const { extras } = map(new AzureRefusal(answer(403, 'AuthorizationFailed', message)))
  expect(extras.missing).toEqual({ action, scope: trust, role })
})

test('a refusal in other words names no role rather than a wrong one', () => {
  const { extras } = map(new AzureRefusal(answer(403, 'AuthorizationFailed', 'Computer says no.')))
  expect(extras.missing).toEqual({ action: null, scope: null, role: null })
})

test('a 401 with a claims challenge asks for a new sign-in instead of ending the session', () => {
  const challenge = { ...answer(401, 'InvalidAuthenticationToken', 'MFA'), wantsClaims: true }
  expect(map(new AzureRefusal(challenge)).code).toBe('STEP_UP_REQUIRED')
})

test('a throttled answer says how long to wait', () => {
  const throttled = { ...answer(429, 'TooManyRequests', 'Slow down.'), retryAfterSeconds: 120 }
  expect(map(new AzureRefusal(throttled)).extras.retryAfterSeconds).toBe(120)
})

test.each([
  ['an unreadable success', new UnreadableAnswer(answer(200, null, null), 'broken'), 'UPSTREAM_FAILED'],
  ['an open circuit', new BrokenCircuitError(), 'UPSTREAM_FAILED'],
  ['a strange address', new AddressRefused('no'), 'UPSTREAM_FAILED'],
  ['a reset', Object.assign(new Error('reset'), { code: 'ECONNRESET' }), 'UPSTREAM_FAILED'],
  ['no name', Object.assign(new Error('dns'), { code: 'EAI_AGAIN' }), 'UPSTREAM_FAILED'],
  [
    'a bad certificate',
    Object.assign(new Error('tls'), { code: 'DEPTH_ZERO_SELF_SIGNED_CERT' }),
    'UPSTREAM_FAILED',
  ],
  ['a passed deadline', new DeadlinePassed(new Error('late')), 'UPSTREAM_TIMEOUT'],
])('%s becomes an error of its own', (_, error, code) => {
  expect(map(error).code).toBe(code)
})

test.each([new TypeError('x is not a function'), 'text', undefined])(
  'a fault of the portal is not blamed on Azure: %s',
  (fault) => {
    expect(mapAzureError(fault)).toBe(fault)
  },
)
