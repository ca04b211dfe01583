import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { openTarget } from '../target/target.ts'
import { openAzureCli } from './azure-cli.ts'
import { assignRole, listRoles, principalIdsIn } from './roles.ts'
import { registerCloud, signInWithSecret } from './register-cloud.ts'

const target = await openTarget()
const az = openAzureCli(target, '1. Managed identities and their credentials')
const group = target.groupName('cli')
const inGroup = { 'resource-group': group }
const named = { name: 'id-judge', ...inGroup }
const onIdentity = { 'identity-name': 'id-judge', ...inGroup }
const groupId = `/subscriptions/${target.subscriptionId}/resourceGroups/${group}`
const identityId = `${groupId}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-judge`
const issuer = 'https://token.actions.githubusercontent.com'
const audiences = 'api://AzureADTokenExchange'
const reader = 'acdd72a7-3385-48ef-bd42-f606fba81ae7'
const made = z.object({ principalId: z.guid(), clientId: z.guid() })

beforeAll(() => registerCloud(az, target))
afterAll(async () => {
  await az.run('group delete', { name: group, yes: true, 'no-wait': true })
  az.close()
  await target.close()
})

test('az login with a secret lists the subscriptions of the application', async () => {
  expect(await signInWithSecret(az, target)).toContainEqual(
    expect.objectContaining({ id: target.subscriptionId, state: 'Enabled' }),
  )
})

test('az account list and show agree on the chosen subscription', async () => {
  expect(await az.json('account list')).toContainEqual(
    expect.objectContaining({ id: target.subscriptionId, isDefault: true }),
  )
  expect(await az.json('account show')).toMatchObject({
    id: target.subscriptionId,
    user: { name: target.automation.clientId, type: 'servicePrincipal' },
  })
})

test('az group create, exists, show and list', async () => {
  expect(await az.json('group create', { name: group, location: target.location })).toMatchObject({
    name: group,
    location: target.location,
    properties: { provisioningState: 'Succeeded' },
    type: 'Microsoft.Resources/resourceGroups',
  })
  expect(await az.json('group exists', { name: group })).toBe(true)
  expect(await az.json('group show', { name: group })).toMatchObject({ id: groupId })
  expect(await az.json('group list')).toContainEqual(expect.objectContaining({ name: group }))
})

test('az identity create, show and list', async () => {
  const created = await az.json('identity create', { ...named, tags: 'team=pay' })
  expect(created).toMatchObject({ name: 'id-judge', location: target.location, tenantId: target.tenantId })
  const { principalId, clientId } = made.parse(created)
  expect(await az.json('identity show', named)).toMatchObject({
    principalId,
    clientId,
    tags: { team: 'pay' },
    type: 'Microsoft.ManagedIdentity/userAssignedIdentities',
  })
  expect(await az.json('identity list', inGroup)).toHaveLength(1)
  expect(await az.json('identity list')).toContainEqual(expect.objectContaining({ clientId }))
})

test('az identity federated-credential create, show, list, update and delete', async () => {
  const credential = { name: 'octo-prod', ...onIdentity }
  const subject = 'repo:octo-org/octo-repo:environment:prod'
  const fields = { ...credential, issuer, audiences }
  const created = await az.json('identity federated-credential create', { ...fields, subject })
  expect(created).toMatchObject({ name: 'octo-prod', issuer, subject, audiences: [audiences] })
  expect(await az.json('identity federated-credential show', credential)).toEqual(created)
  const changed = { ...fields, subject: `${subject}-2` }
  expect(await az.json('identity federated-credential update', changed)).toMatchObject({
    subject: `${subject}-2`,
  })
  expect(await az.json('identity federated-credential list', onIdentity)).toHaveLength(1)
  await az.json('identity federated-credential delete', { ...credential, yes: true })
  expect(await az.json('identity federated-credential list', onIdentity)).toEqual([])
})

const pair = { issuer, subject: 'repo:octo-org/octo-repo:pull_request', audiences, ...onIdentity }

test('az identity federated-credential create makes one more', async () => {
  const made = await az.json('identity federated-credential create', { name: 'pair-1', ...pair })
  expect(made).toMatchObject({ name: 'pair-1', subject: pair.subject })
})

test.for([
  [
    'a pair that is there under another name',
    { name: 'pair-2' },
    'Issuer and subject combination already exists',
  ],
  ['a name of two characters', { name: 'ab' }, "Federated Identity Credential name 'ab' is invalid"],
  ['two audiences', { name: 'two', audiences: ['one', 'two'] }, 'must have exactly one audience'],
  ['a parent that is missing', { name: 'lost', 'identity-name': 'id-nowhere' }, 'ResourceNotFound'],
] as const)('az identity federated-credential create with %s is refused', async ([, wrong, words]) => {
  expect(await az.refusal('identity federated-credential create', { ...pair, ...wrong })).toContain(words)
})

test('az rest with a version that does not exist names those that do', async () => {
  const url = `${identityId}?api-version=2019-01-01`
  const words = await az.refusal('rest', { method: 'get', url })
  expect(words).toContain('NoRegisteredProviderFound')
  expect(words).toContain('2023-01-31')
})

test.for(['2022-01-31-PREVIEW', '2024-11-30', '2026-05-31'])(
  'az rest PUT, GET and DELETE on a credential with api-version %s',
  async (version) => {
    const url = `${identityId}/federatedIdentityCredentials/by-rest?api-version=${version}`
    const subject = 'repo:octo-org/octo-repo:ref:refs/heads/main'
    const body = { properties: { issuer, subject, audiences: [audiences] } }
    expect(await az.json('rest', { method: 'put', url, body: JSON.stringify(body) })).toMatchObject({
      id: expect.stringMatching(/resourcegroups\/[^/]+\/providers\/Microsoft\.ManagedIdentity/),
      ...body,
    })
    expect(await az.json('rest', { method: 'get', url })).toMatchObject(body)
    expect(await az.json('rest', { method: 'delete', url })).toBeUndefined()
    expect(await az.refusal('rest', { method: 'get', url })).toContain('ResourceNotFound')
  },
)

test('a role is assigned at a group, listed there, and not assigned twice', async () => {
  const { principalId } = made.parse(await az.json('identity show', named))
  const assignment = { scope: groupId, principalId, role: 'Reader', roleId: reader }
  expect(principalIdsIn([await assignRole(az, assignment)])).toEqual([principalId])
  expect(principalIdsIn(await listRoles(az, groupId, principalId))).toEqual([principalId])
  await expect(assignRole(az, assignment)).rejects.toThrow('RoleAssignmentExists')
})

test('az rest asks Resource Graph, which knows the identity', async () => {
  const query = `resources | where type =~ 'microsoft.managedidentity/userassignedidentities' and resourceGroup =~ '${group}' | project name, type`
  const url = '/providers/Microsoft.ResourceGraph/resources?api-version=2021-03-01'
  const body = JSON.stringify({ subscriptions: [target.subscriptionId], query })
  expect(await az.json('rest', { method: 'post', url, body })).toMatchObject({
    count: 1,
    data: [{ name: 'id-judge', type: 'microsoft.managedidentity/userassignedidentities' }],
  })
})

test('az resource list finds the identity', async () => {
  expect(await az.json('resource list', inGroup)).toContainEqual(
    expect.objectContaining({ name: 'id-judge', type: 'Microsoft.ManagedIdentity/userAssignedIdentities' }),
  )
})

test('az provider show names the versions of the type', async () => {
  const provider = await az.json('provider show', { namespace: 'Microsoft.ManagedIdentity' })
  expect(provider).toMatchObject({ registrationState: 'Registered' })
  expect(JSON.stringify(provider)).toContain('2023-01-31')
})

test('az identity delete takes it away', async () => {
  await az.json('identity delete', named)
  expect(await az.json('identity list', inGroup)).toEqual([])
})
