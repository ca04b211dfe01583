import type { CauseCertainty } from '../cause.ts'
import type { CauseCode } from '../codes.ts'

/** One way in which Azure refuses a write, and what a person is told. */
export interface FailureShape {
  readonly code: CauseCode
  /** Looked for in code and message; a shape without one is known by its status alone. */
  readonly pattern?: RegExp
  /** Statuses that mean it where no pattern is found. */
  readonly statuses?: readonly number[]
  readonly text: string
  readonly fix: string
  readonly certainty?: CauseCertainty
  /** After which a retry is worth it. */
  readonly seconds?: number
}

/**
 * Refusals of Azure Resource Manager and Graph, the narrower before the wider. Sources:
 * https://learn.microsoft.com/entra/workload-id/workload-identity-federation-considerations,
 * https://learn.microsoft.com/graph/errors, https://github.com/Azure/azure-workload-identity/blob/main/pkg/cloud/errors.go
 */
export const failureShapes: readonly FailureShape[] = [
  {
    code: 'sign-in-blocked',
    pattern: /AADSTS50005|AADSTS5300[0-4]|Conditional Access/i,
    text: 'Conditional Access blocked the sign-in of the person or tool that makes the change; the trust is not at fault, and nothing was stored.',
    fix: 'Make the change from a device and platform that the policy allows, such as this portal in the browser of a managed device.',
  },
  {
    code: 'concurrent-writes',
    pattern: /ConcurrentFederatedIdentityCredentialsWrites|written concurrently/i,
    text: 'Azure refused the write: it takes one at a time under the same managed identity, and others ran in parallel (concurrent writes).',
    fix: 'Write serially: one trust after the other. Retry this one after some seconds, with a random wait; Terraform locks from azurerm 3.40 on, and templates need dependsOn or @batchSize(1).',
    seconds: 5,
  },
  {
    code: 'expression-listing',
    pattern: /subject\[Nullable=False\]/i,
    text: 'Graph v1.0 cannot list these trusts: one of them has a matching expression and so no subject.',
    fix: 'Read the list with Graph beta; an older Azure CLI breaks at it, so use az rest with the beta address.',
  },
  {
    code: 'issuer-forbidden',
    pattern: /not allowed as per assigned policy/i,
    text: 'A policy of the tenant does not allow this issuer. No change of the subject helps.',
    fix: 'Ask the administrator of the tenant to allow the issuer.',
  },
  {
    code: 'write-blocked-by-policy',
    pattern: /RequestDisallowedByPolicy|disallowed by policy/i,
    text: 'An Azure Policy refuses the trust; its name stands in the message.',
    fix: 'Ask the owner of the policy to allow this issuer or owner, or to make an exception.',
  },
  {
    code: 'write-locked',
    pattern: /ScopeLocked|cannot perform (?:write|delete) operation because following scope/i,
    text: 'A lock on the identity, its group or subscription keeps it from being changed.',
    fix: 'Ask the owner to take the lock away for the change.',
  },
  {
    code: 'limit-reached',
    pattern:
      /Directory_ResultSizeLimitExceeded|size of the object.{0,40}exceed|exceed.{0,60}(?:federated|credentials).{0,40}(?:limit|maximum)|maximum (?:number|of).{0,60}federated/i,
    text: 'The identity likely has as many trusts as Azure allows: 20.',
    fix: 'Delete one that nobody uses, or put the new one on another identity.',
    certainty: 'likely',
  },
  {
    code: 'region-unsupported',
    pattern: /Support for federated identity credentials not enabled/i,
    statuses: [405],
    text: 'Managed identities of this region take no trusts.',
    fix: 'Make an identity in another region: where it lives does not limit what it may use.',
  },
  {
    code: 'principal-not-visible',
    pattern: /MS Graph resource not found|PrincipalNotFound|service principal.{0,60}not (?:found|exist)/i,
    text: 'The service principal of the identity is not replicated yet, so the trust could not be attached.',
    fix: 'Wait 120 seconds after the identity was made, then retry.',
    seconds: 120,
  },
  {
    code: 'name-taken',
    pattern:
      /Request_MultipleObjectsWithSameKeyValue|FederatedIdentityCredential with name .{1,200}already exists/i,
    text: 'A trust with this name already exists on the application.',
    fix: 'Give it another name, built of owner, repository and environment, or change the existing one.',
  },
  {
    code: 'claims-taken',
    pattern: /issuer and subject(?: combination)?.{0,40}(?:must be unique|already (?:exists?|in use))/i,
    text: 'A trust with this issuer and subject already exists on the identity; the pair must be unique.',
    fix: 'Use the existing trust. A trust cannot be renamed: delete the old one first if the name matters.',
  },
  {
    code: 'audience-count',
    pattern: /InvalidFederatedIdentityCredentialsAudienceLength|exactly (?:1|one) audience/i,
    text: 'A trust has exactly one audience.',
    fix: 'Give one audience, such as --audiences api://AzureADTokenExchange.',
  },
  {
    code: 'value-missing',
    pattern: /must specify 'issuer'|has empty properties|Property 'subject' cannot be empty/i,
    text: 'Issuer, subject or audience was empty when it was sent.',
    fix: 'Let the write wait for what gives the value, such as the cluster’s OIDC issuer.',
  },
  {
    code: 'expression-claims',
    pattern: /either lacks all required claims or contains unallowed claims/i,
    text: 'The matching expression lacks a required claim of this issuer, or has one that Azure does not allow: GitLab needs project_id beside sub, GitHub repository_id or repository_owner_id.',
    fix: "Add the ID, such as: and claims['project_id'] eq '…'",
  },
  {
    code: 'expression-refused',
    pattern:
      /claimsMatchingExpression|flexible federated.{0,80}not (?:supported|allowed|enabled|available)|(?:matching )?expression.{0,80}(?:not (?:valid|supported|allowed)|invalid|parse)/i,
    text: 'Azure does not take the matching expression, or none on this kind of identity.',
    fix: 'Compare it with the rules of its issuer, or use one exact subject.',
    certainty: 'likely',
  },
  {
    code: 'name-immutable',
    pattern: /name.{0,60}(?:immutable|cannot be (?:changed|updated)|read-only)/i,
    text: 'The name of a trust cannot be changed.',
    fix: 'Make a trust with the new name; delete the old one first, since issuer and subject must be unique.',
  },
  {
    code: 'name-characters',
    pattern:
      /Federated Identity Credential name '.{0,300}' is invalid|name of a federated identity credentials must be|not a valid URI last segment/i,
    text: 'Azure does not take the name: 3 to 120 letters A to Z, digits, - and _, the first a letter or digit.',
    fix: 'Replace dots and other characters by -, and shorten a long name with a hash at its end.',
  },
  {
    code: 'wrong-resource-kind',
    pattern: /Expected a UserAssignedIdentity ID|not a valid (?:User ?Assigned ?Identity|Application) ID/i,
    text: 'The tool was given the ID of an application where that of a managed identity belongs, or the reverse.',
    fix: 'For an application use azuread_application_federated_identity_credential; azurerm_federated_identity_credential is for a user-assigned managed identity.',
  },
  {
    code: 'provider-not-registered',
    pattern:
      /MissingSubscriptionRegistration|NoRegisteredProviderFound|InvalidApiVersionParameter|MissingApiVersionParameter/i,
    text: 'The subscription is not registered for managed identities, or the tool asks for a version that Azure does not have.',
    fix: 'Register it by: az provider register --namespace Microsoft.ManagedIdentity — or update the tool.',
  },
  {
    code: 'changed-meanwhile',
    pattern: /PreconditionFailed|ConditionNotMet|etag/i,
    statuses: [412],
    text: 'Somebody else changed it since it was read; nothing was stored.',
    fix: 'Load it again, look at the change, then repeat yours.',
  },
  {
    code: 'write-permission',
    pattern:
      /AuthorizationFailed|LinkedAuthorizationFailed|Authorization_RequestDenied|Insufficient privileges|does not have authorization to perform action/i,
    text: 'Whoever wrote it may not change the trusts of this identity: a permission, by role or ownership, is missing.',
    fix: 'For a managed identity get a role with federatedIdentityCredentials/write on it, such as Managed Identity Contributor; for an application become its owner, or Application Administrator. A new role may need some minutes.',
  },
  {
    code: 'sign-in-blocked',
    pattern:
      /ExpiredAuthenticationToken|InvalidAuthenticationToken|AuthenticationFailed|claims challenge|insufficient_claims|interaction_required|AADSTS5000[05]|AADSTS5007[26]|AADSTS50079/i,
    statuses: [401],
    text: 'The sign-in of the person or tool has ended or needs a further step; nothing was stored.',
    fix: 'Sign in again, then repeat the change.',
  },
  {
    code: 'throttled',
    pattern: /TooManyRequests|throttl|rate limit|Request_ThrottledTemporarily/i,
    statuses: [429],
    text: 'Azure takes no more writes at this pace: too many requests. It takes 0.25 writes a second per identity and 2 per subscription (throttling).',
    fix: 'Pace the writes: one every four seconds per identity, and retry after the time in Retry-After.',
    seconds: 10,
  },
  {
    code: 'parent-not-visible',
    pattern: /ParentResourceNotFound|parent user-assigned identity doesn't exist/i,
    text: 'Azure does not find the identity: it was just created and is not yet visible everywhere (eventual consistency), or it does not exist.',
    fix: 'If it was just created, retry every 10 seconds, up to 24 times; else check its name, group and subscription.',
    certainty: 'likely',
    seconds: 10,
  },
  {
    code: 'parent-missing',
    pattern:
      /Request_ResourceNotFound|ResourceNotFound|ResourceGroupNotFound|SubscriptionNotFound|MissingSubscription\b/i,
    statuses: [404],
    text: 'Azure does not find the identity, its group or its subscription; an identity that was just created may not be visible yet.',
    fix: 'Check the ID; an application is addressed by its own object ID, not by that of its service principal. If it was just created, retry.',
    certainty: 'likely',
  },
  {
    code: 'write-permission',
    statuses: [403],
    text: 'Azure does not allow this write to whoever asked for it.',
    fix: 'Check role, ownership and policies of the identity; the message says which is missing.',
    certainty: 'possible',
  },
  {
    code: 'concurrent-writes',
    statuses: [409],
    text: 'The write met another one, or something of the same name or values.',
    fix: 'Load the trusts of the identity again, then write one at a time.',
    certainty: 'possible',
    seconds: 5,
  },
  {
    code: 'service-failed',
    pattern: /InternalServerError|ServiceUnavailable|GatewayTimeout|ServerTimeout/i,
    statuses: [500, 502, 503, 504],
    text: 'Azure itself failed; whether the trust was stored is not known.',
    fix: 'Load the trusts of the identity again; if it is missing, retry.',
    seconds: 10,
  },
]
