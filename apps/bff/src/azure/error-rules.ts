import type { ErrorRule } from './error-rule.ts'
import { expressionRules } from './expression-error-rules.ts'

/**
 * First match wins. Codes and messages of Azure from
 * https://learn.microsoft.com/entra/workload-id/workload-identity-federation-considerations,
 * https://learn.microsoft.com/azure/azure-resource-manager/troubleshooting/common-deployment-errors and
 * https://learn.microsoft.com/azure/role-based-access-control/troubleshooting
 */
export const errorRules: readonly ErrorRule[] = [
  { codes: ['AuthorizationFailed', 'LinkedAuthorizationFailed'], becomes: 'FORBIDDEN' },
  { codes: ['RequestDisallowedByPolicy'], becomes: 'POLICY_REFUSED' },
  { codes: ['ScopeLocked'], becomes: 'RESOURCE_LOCKED' },
  {
    codes: ['ConcurrentFederatedIdentityCredentialsWritesForSingleManagedIdentity'],
    becomes: 'CONCURRENT_WRITE',
  },
  {
    codes: ['MethodNotAllowed', 'BadRequest'],
    text: /federated identity credentials not enabled/i,
    becomes: 'REGION_NOT_SUPPORTED',
  },
  {
    codes: ['BadRequest', 'Conflict'],
    text: /issuer and subject combination already exists/i,
    becomes: 'TRUST_PAIR_TAKEN',
  },
  {
    // What the directory says, since it keeps these credentials too; that ARM passes it through is assumed.
    text: /size of the object (?:has )?exceeded its limit/i,
    becomes: 'TRUST_LIMIT_REACHED',
  },
  ...expressionRules,
  {
    codes: ['SubscriptionNotFound', 'InvalidSubscriptionId'],
    becomes: 'NOT_FOUND',
    detail: 'Azure has no such subscription, or your account may not see it.',
    nextStep: 'Choose a subscription from the list, or ask for the Reader role on it.',
  },
  {
    codes: ['ResourceGroupNotFound'],
    becomes: 'NOT_FOUND',
    detail: 'The subscription has no resource group of this name.',
    nextStep: 'Check the name, or create the resource group.',
  },
  {
    codes: ['ParentResourceNotFound', 'ResourceNotFound', 'NotFound'],
    text: /userAssignedIdentities\/[^/]+\/federatedIdentityCredentials\//i,
    becomes: 'NOT_FOUND',
    detail: 'The identity has no trust of this name. It may have been deleted.',
    nextStep: 'Look at the list of trusts of the identity.',
  },
  {
    codes: ['ParentResourceNotFound', 'ResourceNotFound', 'NotFound'],
    text: /userAssignedIdentities|parent user-assigned identity/i,
    becomes: 'NOT_FOUND',
    detail: 'The resource group has no identity of this name. It may have been deleted.',
    nextStep: 'Choose an identity from the list, or create it again.',
  },
  {
    codes: ['MissingSubscriptionRegistration'],
    becomes: 'UPSTREAM_REFUSED',
    detail: 'The subscription is not registered for managed identities.',
    nextStep: 'Ask its owner to run: az provider register --namespace Microsoft.ManagedIdentity',
  },
  {
    codes: ['RoleAssignmentExists'],
    becomes: 'UPSTREAM_REFUSED',
    detail: 'The role is held there already. It was left as it is.',
    nextStep: 'Look at the list of roles. Give another role, or the same at another scope.',
  },
  {
    codes: ['RoleAssignmentNotFound'],
    becomes: 'NOT_FOUND',
    detail: 'Azure has no such role assignment. It may have been removed.',
    nextStep: 'Look at the list of roles again.',
  },
  {
    codes: ['RoleDefinitionDoesNotExist'],
    becomes: 'NOT_FOUND',
    detail: 'Azure has no such role.',
    nextStep: 'Check the ID of the role, or take one of the templates.',
  },
  {
    codes: ['UnmatchedPrincipalType'],
    becomes: 'UPSTREAM_REFUSED',
    detail:
      'The object ID belongs to a person or a group, and the portal gives roles to identities and applications only.',
    nextStep: 'Take the object ID of the managed identity, or of the service principal of the application.',
  },
  {
    codes: ['RoleAssignmentLimitExceeded'],
    becomes: 'UPSTREAM_REFUSED',
    detail: 'The subscription has as many role assignments as Azure allows.',
    nextStep: 'Remove some that are not used any more.',
  },
]
