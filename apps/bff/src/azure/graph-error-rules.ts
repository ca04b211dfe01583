import type { ErrorRule } from './error-rule.ts'
import { expressionRules } from './expression-error-rules.ts'

/**
 * First match wins. Codes and messages of Graph: https://learn.microsoft.com/graph/errors, and for credentials those in
 * https://github.com/Azure/azure-workload-identity/blob/main/pkg/cloud/errors.go and issue 434 there.
 */
export const graphErrorRules: readonly ErrorRule[] = [
  {
    codes: ['Request_MultipleObjectsWithSameKeyValue'],
    text: /FederatedIdentityCredential with name/i,
    becomes: 'TRUST_NAME_TAKEN',
    detail: 'The application has a trust of this name. It was left as it is.',
  },
  {
    codes: ['InvalidFederatedIdentityCredentialValue'],
    text: /combination of issuer and subject must be unique/i,
    becomes: 'TRUST_PAIR_TAKEN',
    detail: 'Another trust of this application has the same issuer and subject. Entra allows the pair once.',
  },
  {
    // Said of issuers and of audiences for signing in, with different codes.
    text: /not allowed as per assigned policy/i,
    becomes: 'POLICY_REFUSED',
    detail: 'A policy of your directory refuses this, so nothing was stored.',
    nextStep: 'Ask an administrator of the directory for the policy on applications, and quote the message.',
  },
  ...expressionRules,
  {
    // That the status is 403 was reported, and what is said; the code was not.
    text: /size of the object (?:has )?exceeded its limit/i,
    becomes: 'TRUST_LIMIT_REACHED',
    detail: 'The application has 20 trusts, which is as many as Entra allows, so this one was not stored.',
    nextStep: 'Delete a trust that is not used any more, or use another application.',
  },
  {
    // https://learn.microsoft.com/entra/identity/monitoring-health/howto-analyze-activity-logs-with-microsoft-graph
    codes: ['Authentication_RequestFromNonPremiumTenantOrB2CTenant'],
    becomes: 'UPSTREAM_REFUSED',
    detail:
      'Entra shows its sign-in log only to tenants with a P1 or P2 licence, so nothing can be said of it.',
    nextStep: 'Prove the trust by an exchange instead.',
  },
  {
    codes: ['Directory_ConcurrencyViolation'],
    becomes: 'CONCURRENT_WRITE',
    detail: 'Entra takes one change of an application at a time, and another one is going on.',
  },
  {
    codes: ['Request_ResourceNotFound', 'ResourceNotFound'],
    becomes: 'NOT_FOUND',
    detail:
      'The directory has no such application or trust. It may have been deleted, or be so new that it is not everywhere yet.',
    nextStep: 'Choose it from the list, or try again in a minute if it was made just now.',
  },
]
