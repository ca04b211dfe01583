import type { Phrase } from './phrase.ts'

const role = 'The trust is right: the sign-in worked.'

/** What services say to a caller that signed in and may not do what it asks. https://learn.microsoft.com/azure/role-based-access-control/troubleshooting */
export const accessPhrases: readonly Phrase[] = [
  {
    pattern:
      /No subscriptions? (?:were |was )?found|doesn't have any subscriptions|subscription of '[^']{0,100}' doesn't exist in cloud/i,
    code: 'role-missing',
    phase: 'authorization',
    text: `The identity has no role on any subscription, or none that is visible yet. ${role}`,
    fix: 'Make a role assignment for the principal (object) ID of the identity: az role assignment list --assignee OBJECT-ID --all shows what it has. Or use allow-no-subscriptions: true.',
  },
  {
    pattern: /SubscriptionNotFound|InvalidSubscriptionId|subscription '[^']{0,60}' could not be found/i,
    code: 'role-missing',
    phase: 'authorization',
    certainty: 'likely',
    text: `The identity does not see the subscription: it has no role on it, or the subscription ID is another one. ${role}`,
    fix: 'Check the subscription ID, and make a role assignment on it for the identity.',
  },
  {
    pattern:
      /AuthorizationPermissionMismatch|not authorized to perform this operation using this permission|ForbiddenByRbac|Caller is not authorized to perform action|does not have secrets? (?:get|list|set) permission|AuthorizationFailure|InsufficientAccountPermissions/i,
    code: 'role-missing',
    phase: 'authorization',
    text: `The identity lacks a role for data on this resource; Owner and Contributor do not include it. ${role}`,
    fix: 'Assign a data role, such as Storage Blob Data Contributor or Key Vault Secrets User, to the principal ID of the identity; it takes some minutes.',
  },
  {
    pattern: /LinkedAuthorizationFailed|AuthorizationFailed|does not have authorization to perform action/i,
    code: 'role-missing',
    phase: 'authorization',
    text: `The identity lacks the role for this action at this scope. ${role}`,
    fix: 'Assign the role to the object ID that the message names, at the scope that it names; new assignments take some minutes.',
  },
  {
    pattern: /Authorization_RequestDenied|Insufficient privileges to complete the operation/i,
    code: 'resource-refused',
    phase: 'authorization',
    certainty: 'likely',
    text: `Graph refuses the action: the caller lacks an application permission or a directory role. ${role}`,
    fix: 'Grant and consent the permission that the call needs, such as Application.Read.All.',
  },
  {
    pattern:
      /token-identified principal|unauthorized: authentication required|Error from server \(Forbidden\)|is forbidden: User "[^"]{1,200}" cannot/i,
    code: 'resource-refused',
    phase: 'authorization',
    certainty: 'likely',
    text: `The service took the sign-in and refuses the caller: it has no role there. ${role}`,
    fix: 'Give the identity its role inside the service (database user, registry role such as AcrPull, Kubernetes role).',
  },
]
