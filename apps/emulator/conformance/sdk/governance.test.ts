import { afterAll, beforeAll, expect, test } from 'vitest'
import { given } from '../../src/testing/given.ts'
import { openTarget } from '../target/target.ts'
import { armClients, collect } from './clients.ts'

const target = await openTarget()
const { clusters, graph, msi, policy, resources } = armClients(target)
const { location, subscriptionId } = target
const group = target.groupName('governance')
const scope = `/subscriptions/${subscriptionId}/resourceGroups/${group}`
const allowedIssuers = '2571b7c3-3056-4a61-b00a-9bc5232234f5'
const trustedOwners = 'fd1a8e20-2c4f-4a6c-9354-b58d786d9a1f'
const trustedClusters = 'ae62c456-33de-4dc8-b100-7ce9028a7d99'
const issuer = 'https://token.actions.githubusercontent.com'
const audiences = ['api://AzureADTokenExchange']

beforeAll(async () => {
  await resources.resourceGroups.createOrUpdate(group, { location })
  await msi.userAssignedIdentities.createOrUpdate(group, 'id-governed', { location })
})
afterAll(async () => {
  await resources.resourceGroups.delete(group)
  await target.close()
})

test.for([allowedIssuers, trustedOwners, trustedClusters])(
  'arm-policy reads the built-in definition %s',
  async (name) => {
    expect(await policy.policyDefinitions.getBuiltIn(name)).toMatchObject({
      name,
      policyType: 'BuiltIn',
      mode: 'All',
    })
  },
)

test('arm-policy reads the initiative of the three', async () => {
  const found = await policy.policySetDefinitions.getBuiltIn('5e4ee281-95a3-442a-bb2a-5ef68cf5181a')
  expect(found.policyDefinitions).toHaveLength(3)
})

test('a denying assignment refuses the credential of an owner who is not trusted', async () => {
  const assignment = await policy.policyAssignments.create(scope, 'owners', {
    displayName: 'Trusted owners',
    policyDefinitionId: `/providers/Microsoft.Authorization/policyDefinitions/${trustedOwners}`,
    parameters: { effect: { value: 'Deny' }, allowedRepoOwners: { value: ['octo-org'] } },
  })
  expect(assignment).toMatchObject({ name: 'owners', scope })
  const write = (name: string, subject: string) =>
    msi.federatedIdentityCredentials.createOrUpdate(group, 'id-governed', name, {
      issuer,
      subject,
      audiences,
    })
  expect(await write('trusted', 'repo:octo-org/octo-repo:environment:prod')).toMatchObject({
    name: 'trusted',
  })
  await expect(write('other', 'repo:fabrikam/shop:environment:prod')).rejects.toMatchObject({
    statusCode: 403,
    code: 'RequestDisallowedByPolicy',
    message: expect.stringContaining('was disallowed by policy'),
  })
  await expect(write('ids', 'repo:octo-org@5544/octo-repo@821:environment:prod')).rejects.toMatchObject({
    code: 'RequestDisallowedByPolicy',
  })
  const listed = await collect(policy.policyAssignments.listForResourceGroup(group))
  expect(listed.map(({ name }) => name)).toContain('owners')
  await policy.policyAssignments.delete(scope, 'owners')
  expect(await write('other', 'repo:fabrikam/shop:environment:prod')).toMatchObject({ name: 'other' })
})

test('arm-containerservice makes a cluster whose issuer ends in a slash', async () => {
  const made = await clusters.managedClusters.createOrUpdate(group, 'aks-judge', {
    location,
    dnsPrefix: 'judge',
    identity: { type: 'SystemAssigned' },
    agentPoolProfiles: [{ name: 'system', mode: 'System', count: 1, vmSize: 'Standard_D2s_v5' }],
    oidcIssuerProfile: { enabled: true },
    securityProfile: { workloadIdentity: { enabled: true } },
  })
  expect(given(made.oidcIssuerProfile?.issuerURL, 'an issuer')).toMatch(
    new RegExp(`^https://${location}\\.oic\\.prod-aks\\.azure\\.com/${target.tenantId}/[0-9a-f-]{36}/$`),
  )
  expect(await clusters.managedClusters.get(group, 'aks-judge')).toMatchObject({
    oidcIssuerProfile: made.oidcIssuerProfile,
    provisioningState: 'Succeeded',
  })
  expect(await msi.systemAssignedIdentities.getByScope(given(made.id, 'an id'))).toMatchObject({
    tenantId: target.tenantId,
    principalId: made.identity?.principalId,
  })
  const names = (await collect(clusters.managedClusters.listByResourceGroup(group))).map(({ name }) => name)
  expect(names).toEqual(['aks-judge'])
})

test('arm-resourcegraph finds identities page by page, and never their credentials', async () => {
  for (const name of ['id-1', 'id-2', 'id-3']) {
    await msi.userAssignedIdentities.createOrUpdate(group, name, { location })
  }
  const query = `resources | where type =~ 'microsoft.managedidentity/userassignedidentities' | where resourceGroup =~ '${group}' | project id, name | order by name asc`
  const ask = (skipToken?: string) =>
    graph.resources({
      subscriptions: [subscriptionId],
      query,
      options: { top: 2, resultFormat: 'objectArray', ...(skipToken ? { skipToken } : {}) },
    })
  const first = await ask()
  expect(first).toMatchObject({ totalRecords: 4, count: 2, data: [{ name: 'id-1' }, { name: 'id-2' }] })
  const second = await ask(given(first.skipToken, 'a token for the next page'))
  expect(second).toMatchObject({ count: 2, data: [{ name: 'id-3' }, { name: 'id-governed' }] })
  const credentials = await graph.resources({
    subscriptions: [subscriptionId],
    query: "resources | where type contains 'federatedidentitycredentials' | count",
  })
  expect(credentials.data).toEqual([{ Count: 0 }])
})

test('arm-resourcegraph hears that a query cannot be read', async () => {
  const attempt = graph.resources({ subscriptions: [subscriptionId], query: 'resources | where where' })
  await expect(attempt).rejects.toMatchObject({ statusCode: 400, code: 'BadRequest' })
})
