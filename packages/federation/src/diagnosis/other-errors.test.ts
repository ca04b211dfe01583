import { expect, test } from 'vitest'
import { rightTrust } from '../testing/said.ts'
import type { CauseFamily } from './cause.ts'
import { explainError } from './explain-error.ts'

const noMatch = 'No matching federated identity record found for presented assertion'

/** Texts as tools and services print them, beside those of the collected cases. */
test.each<readonly [family: CauseFamily, text: string]>([
  ['issuer', `AADSTS700211: ${noMatch} issuer 'https://token.actions.githubusercontent.com/contoso-ent'. `],
  [
    'subject_case',
    `AADSTS700213: ${noMatch} subject 'repo:octo-org/shop:environment:Production'. Please check your`,
  ],
  [
    'subject_entity',
    `AADSTS700213: ${noMatch} subject 'repo:octo-org/shop:ref:refs/heads/gh-readonly-queue/main/pr-12'.`,
  ],
  ['subject_format', `AADSTS700213: ${noMatch} subject 'repository_id:123456:environment:production'.`],
  ['audience', `AADSTS700212: ${noMatch} audience 'https://github.com/octo-org'. `],
  ['propagation', `AADSTS700213: ${noMatch} subject '${rightTrust.subject}'.`],
  [
    'propagation',
    `AADSTS7002138: ${noMatch} subject '${rightTrust.subject}'. The subject matches with case-insensitive comparison, but not with case-sensitive comparison.`,
  ],
  ['issuer_unreachable', "AADSTS7000272: The key with identifier 'k1' was not found. "],
  ['issuer_unreachable', 'AADSTS501661: Request to External OIDC endpoint failed. '],
  ['issuer_unreachable', "AADSTS5002738: Invalid JWT token. Unsupported signing algorithm 'ES256'."],
  [
    'time',
    'AADSTS700024: Client assertion is not within its valid time range. Current time: 2026-08-03T09:58:00Z, assertion valid from 2026-08-03T10:00:00Z, expiry time of assertion 2026-08-03T10:05:00Z.',
  ],
  ['time', 'AADSTS500133: Assertion is not within its valid time range. Ensure that it is not expired'],
  ['tenant_policy', "AADSTS700223: Federated identity credentials issued by 'https://x' are not allowed."],
  ['tenant_policy', 'AADSTS53003: Access has been blocked by Conditional Access policies.'],
  ['tenant_policy', 'AADSTS700229: Only app-only tokens can be used as Federated Identity Credentials'],
  [
    'tenant_policy',
    'AADSTS70052: The identity must be a managed identity, a single tenant app, or a service',
  ],
  ['wrong_identity', "AADSTS90002: Tenant '3f1c2d4e-5a6b-4c7d-8e9f-0a1b2c3d4e5f' not found."],
  ['wrong_identity', "AADSTS900023: Specified tenant identifier 'contoso' is neither a valid DNS name"],
  [
    'wrong_identity',
    "AADSTS700016: Application with identifier '2a7d9e30-1f4b-4c6d-8a25-e3b7c9d1f046' was not found in the directory 'Fabrikam'.",
  ],
  ['plumbing', 'Error: Unable to get ACTIONS_ID_TOKEN_REQUEST_TOKEN env variable'],
  ['plumbing', 'WorkloadIdentityCredential authentication unavailable. The workload options are not fully'],
  ['plumbing', 'open /var/run/secrets/azure/tokens/azure-identity-token: no such file or directory'],
  [
    'plumbing',
    'DefaultAzureCredential failed to retrieve a token from the included credentials. EnvironmentCredential authentication unavailable.',
  ],
  ['plumbing', 'ManagedIdentityCredential authentication unavailable. Identity not found'],
  ['plumbing', 'Error: Resource not accessible by integration'],
  ['plumbing', 'AADSTS7000222: The provided client secret keys for app are expired.'],
  [
    'write_failure',
    'The maximum number of federated identity credentials (20) per resource has been reached.',
  ],
  [
    'write_failure',
    '{"error":{"code":"BadRequest","message":"FederatedIdentityCredential with issuer and subject already exists"}}',
  ],
  ['write_failure', 'MethodNotAllowed: Support for federated identity credentials not enabled'],
  [
    'write_failure',
    "does not have authorization to perform action 'Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials/write' over scope '/subscriptions/s'",
  ],
  ['write_failure', "MissingSubscriptionRegistration: namespace 'Microsoft.ManagedIdentity'"],
  ['write_failure', "ScopeLocked: The scope '/subscriptions/x' cannot perform delete operation"],
  ['write_failure', "RequestDisallowedByPolicy: Resource 'github-main' was disallowed by policy."],
  ['write_failure', 'AADSTS50005: User tried to log in to a device from a platform (Unknown)'],
  ['write_failure', 'AADSTS50076: Due to a configuration change you must use multi-factor authentication'],
  [
    'authorization',
    "The client '2a7d' does not have authorization to perform action 'Microsoft.Storage/storageAccounts/read' over scope '/subscriptions/s'",
  ],
  ['authorization', 'This request is not authorized. ErrorCode:AuthorizationPermissionMismatch'],
  ['authorization', 'Caller is not authorized to perform action on resource. ForbiddenByRbac'],
])('%s: %s', (family, text) => {
  expect(explainError(text, { trusts: [rightTrust] }).causes[0]?.family).toBe(family)
})

const clientId = '2a7d9e30-1f4b-4c6d-8a25-e3b7c9d1f046'
test.each([
  ['2026-08-03T09:59:30Z', 'propagation'],
  ['2026-08-02T09:59:30Z', 'wrong_identity'],
])('an identity that exists and is not found, with a trust of %s, is a matter of %s', (at, family) => {
  const text = `AADSTS700016: Application with identifier '${clientId}' was not found in the directory 'Contoso'.`
  const context = {
    now: '2026-08-03T10:00:00Z',
    trustCreatedAt: at,
    knownIdentities: [{ name: 'id-shop', clientId }],
  }
  expect(explainError(text, { trusts: [rightTrust], context }).causes[0]?.family).toBe(family)
})

test('a trust that lives elsewhere is named before the one that differs', () => {
  const subject = 'repo:octo-org/shop:environment:dev'
  const otherParents = [{ name: 'id-dev', trusts: [{ ...rightTrust, subject }] }]
  const { causes } = explainError(`AADSTS700213: ${noMatch} subject '${subject}'.`, {
    trusts: [rightTrust],
    context: { otherParents },
  })
  expect(causes[0]).toMatchObject({ family: 'wrong_identity', severity: 'block' })
  expect(causes[0]?.text).toContain('id-dev')
})

test('a terminal that cuts a word in two loses no value', () => {
  const text = `AADSTS700213: No matching federated identity record found for presented asser\ntion subject 'repo:octo-org/shop:environment:dev'. Please check`
  expect(explainError(text, { trusts: [rightTrust] }).quoted.subject).toBe(
    'repo:octo-org/shop:environment:dev',
  )
})
