import type { Trust } from '@trustwright/shared-schemas'

/** A stored trust for tests; what matters to a test is passed in. */
export function sampleTrust(parts: Partial<Trust> = {}): Trust {
  const subscriptionId = '11111111-2222-3333-4444-555555555555'
  return {
    parent: { kind: 'managedIdentity', subscriptionId, resourceGroup: 'rg-pay', identityName: 'id-pay-prod' },
    resourceId: `/subscriptions/${subscriptionId}/resourceGroups/rg-pay/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-pay-prod/federatedIdentityCredentials/gh-pay-prod`,
    name: 'gh-pay-prod',
    issuer: 'https://token.actions.githubusercontent.com',
    subject: 'repo:contoso/pay-api:environment:prod',
    audiences: ['api://AzureADTokenExchange'],
    oddities: [],
    fingerprint: 'f1',
    createdAt: '2026-11-20T10:00:00Z',
    firstSeenAt: '2026-11-20T10:00:00Z',
    seen: null,
    ...parts,
  }
}
