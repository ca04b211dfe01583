import type {
  ActivityEvent,
  InventoryRow,
  InventoryScan,
  Problem,
  Trust,
  Unreadable,
} from '@trustwright/shared-schemas'

const subscriptionId = '11111111-2222-3333-4444-555555555555'
const hour = 3_600_000

export function ago(ms: number): string {
  return new Date(Date.now() - ms).toISOString()
}

function trust(index: number, changes: Partial<Trust> = {}): Trust {
  const resourceGroup = index % 3 === 0 ? 'rg-pay' : 'rg-shop-westeurope'
  const identityName = index % 3 === 0 ? 'id-pay-prod' : `id-shop-${index % 7}`
  const name = index % 2 === 0 ? `gh-pay-api-env-prod-${index}` : `k8s-shop-api-${index}`
  return {
    parent: { kind: 'managedIdentity', subscriptionId, resourceGroup, identityName },
    resourceId: `/subscriptions/${subscriptionId}/resourceGroups/${resourceGroup}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/${identityName}/federatedIdentityCredentials/${name}`,
    name,
    issuer:
      index % 2 === 0
        ? 'https://token.actions.githubusercontent.com'
        : 'https://westeurope.oic.prod-aks.azure.com/11111111-2222-3333-4444-555555555555/66666666-7777-8888-9999-000000000000/',
    subject:
      index % 2 === 0
        ? `repo:contoso/pay-api-${index}:environment:prod`
        : `system:serviceaccount:shop:api-${index}`,
    audiences: ['api://AzureADTokenExchange'],
    oddities: [],
    fingerprint: `f${index}`,
    createdAt: index % 4 === 0 ? ago(index * hour) : null,
    firstSeenAt: ago(40 * 24 * hour),
    seen: index % 5 === 0 ? { at: ago(2 * hour), by: 'dev@contoso.example' } : null,
    ...changes,
  }
}

const oddTrusts: Partial<Trust>[] = [
  { subject: null, oddities: ['no-subject'], name: 'claims-expression' },
  { audiences: [' api://AzureADTokenExchange'], oddities: ['outer-white-space'], name: 'leading-space' },
  {
    issuer: 'https://issuer.fabrikam.example/tenants/eu',
    subject: `workload:${'very-long-part/'.repeat(38)}end`,
    name: 'a'.repeat(120),
  },
  {
    issuer: 'http://old.fabrikam.example',
    subject: 'عامل-النشر',
    oddities: ['issuer-not-https', 'not-one-audience'],
  },
]

export function sampleRows(total: number): InventoryRow[] {
  return Array.from({ length: total }, (_, index) => ({
    revision: index + 1,
    key: trust(index).resourceId.toLowerCase(),
    parentKey: trust(index).resourceId.toLowerCase().split('/federated')[0] ?? '',
    readAt: ago(5 * 60_000),
    trust: trust(index, oddTrusts[index - 1] ?? {}),
    subscriptionName: index % 3 === 0 ? 'Production' : '開発サブスクリプション',
    location: 'westeurope',
  }))
}

export function sampleScan(total: number, changes: Partial<InventoryScan> = {}): InventoryScan {
  return {
    scanId: '22222222-2222-4222-8222-222222222222',
    number: 1,
    owner: 'mine',
    state: 'finished',
    identitiesBy: 'list',
    waitingFor: null,
    stoppedBecause: null,
    startedAt: ago(5 * 60_000),
    finishedAt: ago(4 * 60_000),
    subscriptionsFound: 12,
    subscriptionsUnreadable: 0,
    identitiesFound: Math.ceil(total / 4),
    identitiesRead: Math.ceil(total / 4),
    identitiesUnreadable: 0,
    applicationsFound: 0,
    applicationsRead: 0,
    applicationsUnreadable: 0,
    trustsFound: total,
    requests: { graph: 12, arm: 1, resourceGraph: 3 },
    leastRequests: 16,
    perSecond: null,
    secondsLeft: null,
    waitingUntil: null,
    ...changes,
  }
}

export const sampleUnreadable: Unreadable[] = [
  {
    kind: 'subscription',
    scope: `/subscriptions/${subscriptionId}`,
    displayName: 'Finance',
    code: 'FORBIDDEN',
    reason: 'Azure does not let you list identities here. It takes the role Reader on the subscription.',
  },
  {
    kind: 'identity',
    scope: trust(0).resourceId.split('/federated')[0] ?? '',
    displayName: 'id-pay-prod',
    code: 'UPSTREAM_TIMEOUT',
    reason: 'Azure did not answer in time, three times.',
  },
]

export function sampleEvents(): ActivityEvent[] {
  const base = {
    actor: { objectId: 'o', username: 'dev@contoso.example' },
    door: 'cookie' as const,
    before: null,
    after: null,
    problemCode: null,
    upstreamRequestId: 'd9a7c2f0-4f3e-4e59-9a0e-4b7b3ac3f9d1',
  }
  const target = trust(0).resourceId
  return [
    {
      ...base,
      activityId: id(1),
      at: ago(20_000),
      operation: 'trust.prove',
      target,
      outcome: 'refused',
      problemCode: 'UPSTREAM_REFUSED',
    },
    {
      ...base,
      activityId: id(2),
      at: ago(9 * 60_000),
      operation: 'trust.change',
      door: 'bearer',
      target,
      outcome: 'succeeded',
      before: { subject: 'repo:contoso/pay-api:ref:refs/heads/main', issuer: trust(0).issuer },
      after: { subject: 'repo:contoso/pay-api:environment:prod', issuer: trust(0).issuer },
    },
    {
      ...base,
      activityId: id(3),
      at: ago(2 * hour),
      operation: 'identity.create',
      target: target.split('/federated')[0] ?? '',
      outcome: 'unknown',
    },
    {
      ...base,
      activityId: id(4),
      at: ago(30 * hour),
      operation: 'trust.delete',
      target,
      outcome: 'failed',
      problemCode: 'RESOURCE_LOCKED',
    },
    {
      ...base,
      activityId: id(5),
      at: ago(31 * hour),
      operation: 'session.sign-in',
      target: '/tenants/t',
      outcome: 'succeeded',
    },
  ]
}

function id(number: number): string {
  return `33333333-3333-4333-8333-33333333333${number}`
}

export const sampleProblem: Problem = {
  type: 'about:blank',
  title: 'Azure does not let you do this',
  status: 403,
  code: 'FORBIDDEN',
  detail: 'Your account may read this identity but not change its trusts.',
  nextStep: 'Ask for the role Managed Identity Contributor on the identity.',
  requestId: '7f3a91c2-5b1d-4e0f-8a77-0c2f1b9d4e11',
  missing: {
    action: 'Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials/write',
    role: 'Managed Identity Contributor',
    scope: `/subscriptions/${subscriptionId}/resourceGroups/rg-pay`,
  },
  upstream: {
    service: 'arm',
    status: 403,
    code: 'AuthorizationFailed',
    message: "The client 'dev@contoso.example' does not have authorization to perform the action.",
    requestId: 'r',
    correlationId: 'c',
  },
}
