import { RestError as ManagerError } from '@azure/arm-resources'
import { afterAll, expect, test } from 'vitest'
import { subscriptions } from '../../seed.ts'
import { startArm } from './testing-client.ts'
import { freshName, makeIdentity, payGroup } from './testing-places.ts'

const arm = await startArm()
afterAll(() => arm.emulator.close())

const { subscriptionId } = subscriptions.development
const developer = arm.clients('developer')
const group = 'rg-pay-dev'
const fields = {
  issuer: 'https://token.actions.githubusercontent.com',
  subject: 'repo:octo-org/octo:environment:prod',
  audiences: ['api://AzureADTokenExchange'],
}

async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = []
  for await (const item of items) all.push(item)
  return all
}

test('arm-resources-subscriptions reads tenants, subscriptions and locations', async () => {
  const { tenants, subscriptions: client } = developer.subscriptions
  expect(await collect(tenants.list())).toMatchObject([{ displayName: 'Contoso', tenantCategory: 'Home' }])
  expect(await client.get(subscriptionId)).toMatchObject({ state: 'Enabled', subscriptionId })
  const locations = await collect(client.listLocations(subscriptionId))
  expect(locations.length).toBeGreaterThanOrEqual(58)
  expect(locations.find(({ name }) => name === 'malaysiasouth')).toMatchObject({
    displayName: 'Malaysia South',
    regionalDisplayName: '(Asia Pacific) Malaysia South',
    metadata: { geographyGroup: 'Asia Pacific', regionType: 'Physical' },
  })
})

test('arm-resources makes a group, finds it, and waits for its deletion', async () => {
  const { resourceGroups } = developer.resources
  const name = freshName('rg-sdk')
  expect(await resourceGroups.createOrUpdate(name, { location: 'northeurope' })).toMatchObject({ name })
  expect(await resourceGroups.checkExistence(name)).toMatchObject({ body: true })
  expect((await collect(resourceGroups.list({ top: 1 }))).map((found) => found.name)).toContain(name)
  await resourceGroups.delete(name)
  expect(await resourceGroups.checkExistence(name)).toMatchObject({ body: false })
})

test('arm-resources reads the versions that a provider answers to', async () => {
  const provider = await developer.resources.providers.get('Microsoft.ManagedIdentity')
  expect(provider.registrationState).toBe('Registered')
  const types = provider.resourceTypes?.map(({ resourceType }) => resourceType)
  const credentials = 'userAssignedIdentities/federatedIdentityCredentials'
  expect(types).toEqual(['userAssignedIdentities', credentials, 'identities', 'operations'])
  const versions = provider.resourceTypes?.find(
    ({ resourceType }) => resourceType === credentials,
  )?.apiVersions
  expect(versions?.[0]).toBe('2026-05-31')
  expect(versions).not.toContain('2018-11-30')
})

test('arm-msi makes, reads, changes and deletes an identity and its credential', async () => {
  const { userAssignedIdentities, federatedIdentityCredentials } = developer.msi
  const name = freshName('id-sdk')
  const made = await userAssignedIdentities.createOrUpdate(group, name, { location: 'westeurope' })
  expect(made.principalId).toMatch(/^[0-9a-f-]{36}$/)
  expect(await federatedIdentityCredentials.createOrUpdate(group, name, 'prod', fields)).toMatchObject({
    ...fields,
    name: 'prod',
  })
  const changed = { ...fields, subject: 'repo:octo-org/octo:environment:stage' }
  await federatedIdentityCredentials.createOrUpdate(group, name, 'prod', changed)
  expect(await federatedIdentityCredentials.get(group, name, 'prod')).toMatchObject(changed)
  await federatedIdentityCredentials.delete(group, name, 'prod')
  await federatedIdentityCredentials.delete(group, name, 'prod')
  await userAssignedIdentities.delete(group, name)
  await expect(userAssignedIdentities.get(group, name)).rejects.toMatchObject({
    statusCode: 404,
    code: 'ResourceNotFound',
  })
})

test('arm-msi follows nextLink over 20 credentials in pages of 7', async () => {
  const { federatedIdentityCredentials } = developer.msi
  const path = await makeIdentity(arm)
  const name = path.split('/').at(-1) ?? ''
  const wanted = Array.from({ length: 20 }, (_, index) => `fic-${String(index).padStart(2, '0')}`)
  for (const credential of wanted) {
    await federatedIdentityCredentials.createOrUpdate(group, name, credential, {
      ...fields,
      subject: credential,
    })
  }
  const pages: number[] = []
  const names: (string | undefined)[] = []
  for await (const page of federatedIdentityCredentials.list(group, name, { top: 7 }).byPage()) {
    pages.push(page.length)
    names.push(...page.map((credential) => credential.name))
  }
  expect(pages).toEqual([7, 7, 6])
  expect(names).toEqual(wanted)
})

test('arm-msi follows nextLink over more identities than a page holds', async () => {
  const { world } = arm.emulator
  const { subscriptionId: production } = subscriptions.production
  world.transaction(() => {
    for (let number = 0; number < 250; number += 1) {
      const name = `id-many-${number}`
      const key = `/subscriptions/${production}/resourcegroups/rg-pay/providers/microsoft.managedidentity/userassignedidentities/${name}`
      const ids = { principalId: world.newGuid(), clientId: world.newGuid() }
      const place = { subscriptionId: production, resourceGroup: 'rg-pay', location: 'westeurope' }
      world.store.identities.put(key, {
        ...place,
        name,
        tags: {},
        isolationScope: 'None' as const,
        assignmentRestrictions: null,
        createdAt: 0,
        ...ids,
      })
    }
  })
  const reader = arm.clients('reader', production).msi
  const found = await collect(reader.userAssignedIdentities.listBySubscription())
  expect(new Set(found.map(({ id }) => id)).size).toBe(253)
})

test('arm-msi sees the code and the words of a refusal', async () => {
  const { federatedIdentityCredentials } = arm.clients('reader').msi
  const attempt = federatedIdentityCredentials.createOrUpdate(group, 'id-pay-deploy-dev', 'new-one', fields)
  await expect(attempt).rejects.toMatchObject({
    name: 'RestError',
    statusCode: 403,
    code: 'AuthorizationFailed',
    message: expect.stringContaining('federatedIdentityCredentials/write'),
  })
})

test('arm-msi sees Retry-After of a throttled write', async () => {
  const { federatedIdentityCredentials } = developer.msi
  const attempt = federatedIdentityCredentials.createOrUpdate(
    group,
    'id-pay-deploy-dev',
    'sentinel-throttled',
    fields,
  )
  const error: unknown = await attempt.then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  expect(error).toMatchObject({ statusCode: 429, code: 'TooManyRequests' })
  expect(error instanceof ManagerError && error.response?.headers.get('retry-after')).toBe('2')
})

test('arm-authorization reads permissions at a group and at an identity', async () => {
  const { permissions } = developer.authorization
  expect(await collect(permissions.listForResourceGroup(group))).toMatchObject([{ actions: ['*'] }])
  const atIdentity = permissions.listForResource(
    group,
    'Microsoft.ManagedIdentity',
    '',
    'userAssignedIdentities',
    'id-pay-deploy-dev',
  )
  expect(await collect(atIdentity)).toMatchObject([{ actions: ['*'] }])
})

test('arm-authorization finds a role by name, assigns it to a new identity and takes it away', async () => {
  const scope = payGroup
  const { roleDefinitions, roleAssignments } = arm.clients('admin').authorization
  const [role] = await collect(roleDefinitions.list(scope, { filter: "roleName eq 'Reader'" }))
  const identity = await developer.msi.userAssignedIdentities.createOrUpdate(group, freshName('id-role'), {
    location: 'westeurope',
  })
  const principalId = identity.principalId ?? ''
  const name = '0c0c0c0c-0000-4000-8000-000000000001'
  const made = await roleAssignments.create(scope, name, {
    roleDefinitionId: role?.id ?? '',
    principalId,
    principalType: 'ServicePrincipal',
  })
  expect(made).toMatchObject({ name, principalId, scope: payGroup })
  const filter = `assignedTo('${principalId}')`
  expect(await collect(roleAssignments.listForScope(scope, { filter }))).toHaveLength(1)
  expect(await collect(roleAssignments.listForSubscription({ filter }))).toHaveLength(1)
  const again = roleAssignments.create(scope, '0c0c0c0c-0000-4000-8000-000000000002', {
    roleDefinitionId: role?.id ?? '',
    principalId,
  })
  await expect(again).rejects.toMatchObject({ statusCode: 409, code: 'RoleAssignmentExists' })
  await roleAssignments.delete(scope, name)
  expect(await collect(roleAssignments.listForScope(scope, { filter }))).toHaveLength(0)
})
