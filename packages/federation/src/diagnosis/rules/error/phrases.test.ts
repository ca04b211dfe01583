import { expect, test } from 'vitest'
import { first, main } from '../../../testing/explained.ts'

test.each([
  [
    'Error: Please make sure to give write permissions to id-token in the workflow.',
    'id-token-permission',
    'issue',
  ],
  ['Unable to get ACTIONS_ID_TOKEN_REQUEST_TOKEN env variable', 'id-token-permission', 'issue'],
  ["Cannot read properties of undefined (reading 'message')", 'token-not-fetched', 'issue'],
  [
    'getaddrinfo ENOTFOUND ghes.contoso.com https://ghes.contoso.com/_services/pipelines',
    'token-not-fetched',
    'issue',
  ],
  [
    "Not all values are present. Ensure 'client-id' and 'tenant-id' are supplied.",
    'client-id-missing',
    'issue',
  ],
  ['az: error: unrecognized arguments: --federated-token', 'tool-too-old', 'issue'],
  ['Get "?audience=api://x": unsupported protocol scheme ""', 'tool-too-old', 'issue'],
  ['Could not fetch access token for Azure.', 'tool-too-old', 'issue'],
  ['SYSTEM_OIDCREQUESTURI is not set', 'token-not-fetched', 'issue'],
  [
    'WorkloadIdentityCredential: no token file specified. Check pod configuration',
    'token-not-fetched',
    'issue',
  ],
  ["ERROR: Please run 'az login' to setup account.", 'login-not-started', 'issue'],
  ['Identity not found', 'login-not-started', 'issue'],
  ['RequestDisallowedByAzure: x', 'sign-in-blocked', 'sign-in'],
  ['environment variable AZURE_TENANT_ID is not set', 'token-not-fetched', 'issue'],
  ['ARM_CLIENT_ID is missing', 'client-id-missing', 'issue'],
  ["The process '/usr/bin/az' failed with exit code 1", 'login-not-started', 'issue'],
  [
    'POST https://login.microsoftonline.com/x/oauth2/v2.0/token RESPONSE 401 Unauthorized',
    'claims-unknown',
    'exchange',
  ],
  ['DefaultAzureCredential: failed to acquire a token.', 'login-not-started', 'issue'],
  [
    'Failed to obtain the JSON Web Token (JWT) using service principal client ID',
    'connection-differs',
    'exchange',
  ],
  ['Error: : No subscriptions found for ***.', 'role-missing', 'authorization'],
  [
    "does not have authorization to perform action 'Microsoft.Web/sites/read' over scope '/subscriptions/1'",
    'role-missing',
    'authorization',
  ],
  [
    'This request is not authorized to perform this operation using this permission.',
    'role-missing',
    'authorization',
  ],
  [
    'Caller is not authorized to perform action on resource. ForbiddenByRbac',
    'role-missing',
    'authorization',
  ],
  ["Login failed for user '<token-identified principal>'.", 'resource-refused', 'authorization'],
  [
    'AADSTS500011: The resource principal named api://AzureADTokenExchange./default was not found',
    'resource-mangled',
    'issue',
  ],
  [
    'AADSTS500011: The resource principal named https://vault.contoso.net was not found',
    'scope-unknown',
    'exchange',
  ],
  [
    'AADSTS70011: The provided value for the input parameter scope is not valid.',
    'scope-unknown',
    'exchange',
  ],
  ['AADSTS7000215: Invalid client secret provided.', 'secret-flow', 'exchange'],
  ['AADSTS50027: JWT token is invalid or malformed.', 'not-a-token', 'exchange'],
  [
    "AADSTS50005: User tried to log in to a device from a platform (Unknown) that's currently not supported",
    'sign-in-blocked',
    'sign-in',
  ],
  [
    'AADSTS50076: Due to a configuration change, you must use multi-factor authentication',
    'sign-in-blocked',
    'sign-in',
  ],
  ['AADSTS65001: The user or administrator has not consented', 'sign-in-blocked', 'sign-in'],
  ['AADSTS123456: something new', 'code-unknown', 'exchange'],
])('%s is %s in the phase %s', (text, code, phase) => {
  const found = first(text, { trusts: [main] })
  expect(found).toMatchObject({ code, phase })
  expect(`${found.text} ${found.fix}`).not.toMatch(/\binvalid\b|\bplease\b|oops|undefined/i)
})

const fic = 'Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials/write'

test.each([
  [
    'Status=409 Code="ConcurrentFederatedIdentityCredentialsWritesForSingleManagedIdentity"',
    'concurrent-writes',
  ],
  [
    '{"error":{"code":"DeploymentFailed","details":[{"code":"Conflict","message":"{\\"error\\":{\\"code\\":\\"ConcurrentFederatedIdentityCredentialsWritesForSingleManagedIdentity\\"}}"}]}}',
    'concurrent-writes',
  ],
  ['409 Conflict Request_MultipleObjectsWithSameKeyValue', 'name-taken'],
  ['The combination of issuer and subject must be unique for the application.', 'claims-taken'],
  ['Issuer and subject combination already exists for this Managed Identity.', 'claims-taken'],
  [
    '(MethodNotAllowed) The request format was unexpected : Support for federated identity credentials not enabled',
    'region-unsupported',
  ],
  ['Federated identity credentials must have exactly 1 audience.', 'audience-count'],
  [
    `AuthorizationFailed: The client 'a' does not have authorization to perform action '${fic}' over scope`,
    'write-permission',
  ],
  [
    'ApplicationsClient.BaseClient.Post(): unexpected status 403 with OData error: Authorization_RequestDenied: Insufficient privileges',
    'write-permission',
  ],
  ["Resource 'x' was disallowed by policy. Microsoft.ManagedIdentity", 'write-blocked-by-policy'],
  ['HTTP 429', 'throttled'],
  ['ExpiredAuthenticationToken', 'sign-in-blocked'],
  ['ParentResourceNotFound', 'parent-not-visible'],
  ['Expected a UserAssignedIdentity ID that matched (containing 8 segments)', 'wrong-resource-kind'],
  ["The property 'subject[Nullable=False]' of type 'Edm.String' has a null value", 'expression-listing'],
  ["json.decoder.JSONDecodeError: Expecting ',' delimiter: line 1 column 247", 'expression-listing'],
])('%s is a refused write: %s', (text, code) => {
  expect(first(text)).toMatchObject({ code, family: 'write_failure' })
})
