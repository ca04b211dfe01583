import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTarget } from '../target/target.ts'
import { openAzureCli } from './azure-cli.ts'
import { registerCloud, signInWithSecret } from './register-cloud.ts'

const target = await openTarget()
const az = openAzureCli(target, '5. Policy, locks, clusters and the activity log')
const group = target.groupName('govern')
const inGroup = { 'resource-group': group }
const scope = `/subscriptions/${target.subscriptionId}/resourceGroups/${group}`
const credential = {
  'identity-name': 'id-governed',
  issuer: 'https://token.actions.githubusercontent.com',
  audiences: 'api://AzureADTokenExchange',
  ...inGroup,
}

beforeAll(async () => {
  await registerCloud(az, target)
  await signInWithSecret(az, target)
  await az.json('group create', { name: group, location: target.location })
  await az.json('identity create', { name: 'id-governed', ...inGroup })
})
afterAll(async () => {
  await az.run('group delete', { name: group, yes: true, 'no-wait': true })
  az.close()
  await target.close()
})

test('az policy assignment create makes ARM refuse what the policy denies', async () => {
  const parameters = { effect: { value: 'Deny' }, allowedRepoOwners: { value: ['octo-org'] } }
  const assigned = await az.json('policy assignment create', {
    name: 'owners',
    policy: 'fd1a8e20-2c4f-4a6c-9354-b58d786d9a1f',
    scope,
    params: JSON.stringify(parameters),
  })
  expect(assigned).toMatchObject({ name: 'owners', scope })
  expect(await az.json('policy assignment list', { scope })).toContainEqual(
    expect.objectContaining({ name: 'owners' }),
  )
  const words = await az.refusal('identity federated-credential create', {
    name: 'other-owner',
    subject: 'repo:fabrikam/shop:environment:prod',
    ...credential,
  })
  expect(words).toContain('RequestDisallowedByPolicy')
  await az.json('policy assignment delete', { name: 'owners', scope })
})

test('az lock create keeps a group from being deleted', async () => {
  await az.json('lock create', { name: 'keep', 'lock-type': 'CanNotDelete', ...inGroup })
  expect(await az.json('lock list', inGroup)).toContainEqual(
    expect.objectContaining({ name: 'keep', level: 'CanNotDelete' }),
  )
  expect(await az.refusal('group delete', { name: group, yes: true })).toContain('ScopeLocked')
  await az.json('lock delete', { name: 'keep', ...inGroup })
})

test('az rest reads the activity log of the group', async () => {
  await az.json('identity federated-credential create', {
    name: 'octo',
    subject: 'repo:octo-org/octo-repo:environment:prod',
    ...credential,
  })
  const since = new Date(Date.now() - 3_600_000).toISOString()
  const filter = encodeURIComponent(`eventTimestamp ge '${since}' and resourceGroupName eq '${group}'`)
  const url = `/subscriptions/${target.subscriptionId}/providers/Microsoft.Insights/eventtypes/management/values?api-version=2015-04-01&$filter=${filter}`
  expect(JSON.stringify(await az.json('rest', { method: 'get', url }))).toContain(
    'Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials/write',
  )
})

test('az aks show prints the issuer of a cluster', async () => {
  const url = `${scope}/providers/Microsoft.ContainerService/managedClusters/aks-govern?api-version=2024-09-01`
  const body = {
    location: target.location,
    identity: { type: 'SystemAssigned' },
    properties: {
      dnsPrefix: 'judge',
      oidcIssuerProfile: { enabled: true },
      agentPoolProfiles: [{ name: 'system', mode: 'System', count: 1, vmSize: 'Standard_D2s_v5' }],
    },
  }
  await az.json('rest', { method: 'put', url, body: JSON.stringify(body) })
  expect(await az.json('aks show', { name: 'aks-govern', ...inGroup })).toMatchObject({
    name: 'aks-govern',
    oidcIssuerProfile: {
      enabled: true,
      issuerUrl: expect.stringMatching(/\.oic\.prod-aks\.azure\.com\/.*\/$/),
    },
  })
})
