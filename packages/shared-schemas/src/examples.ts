/** Values of the contoso company for the description of the API. */

const parent = {
  kind: 'managedIdentity',
  subscriptionId: '3d5a7c10-0001-4e2b-9c4d-a1b2c3d4e501',
  resourceGroup: 'rg-pay-dev',
  identityName: 'id-pay',
} as const
const issuer = 'https://token.actions.githubusercontent.com'
const subject = 'repo:contoso/pay-api:environment:production'
const audience = 'api://AzureADTokenExchange'

const trust = { parent, trustName: 'pay-api-production' } as const
const claims = { iss: issuer, sub: subject.replace('contoso', 'Contoso'), aud: audience }

/** By operation: what a request may send. */
export const examples = {
  diagnose: [
    {
      errorText: `AADSTS700213: No matching federated identity record found for presented assertion subject '${subject}'.`,
    },
    { parent, claims },
  ],
  lookUpTrusts: [{ issuer, subject, audience }],
  preflight: [
    {
      operation: 'create',
      parent,
      draft: { name: trust.trustName, issuer, subject, audiences: [audience] },
    },
    { operation: 'delete', parent, draft: { name: trust.trustName } },
  ],
  preflightSeveral: [
    {
      parent,
      drafts: ['production', 'staging'].map((environment) => ({
        name: `pay-api-${environment}`,
        issuer,
        subject: `repo:contoso/pay-api:environment:${environment}`,
        audiences: [audience],
      })),
    },
  ],
  probeIssuer: [{ issuer, subject, audience }],
  trust: [trust],
  matchTrust: [{ ...trust, fingerprint: 'as read with the trust', claims: { ...claims, aud: [audience] } }],
  attemptProof: [{ ...trust, token: 'e30.e30.c2lnbmF0dXJl' }],
} as const
