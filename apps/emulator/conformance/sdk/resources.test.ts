import { afterAll, expect, test } from 'vitest'
import { openTarget } from '../target/target.ts'
import { armClients, collect } from './clients.ts'

const target = await openTarget()
const { msi, resources, subscriptions } = armClients(target)
const group = target.groupName('resources')
const { subscriptionId, location } = target

afterAll(() => target.close())

test('arm-resources-subscriptions reads tenants, subscriptions and locations', async () => {
  const tenants = await collect(subscriptions.tenants.list())
  expect(tenants.map(({ tenantId }) => tenantId)).toContain(target.tenantId)
  const listed = await collect(subscriptions.subscriptions.list())
  expect(listed.map((found) => found.subscriptionId)).toContain(subscriptionId)
  expect(await subscriptions.subscriptions.get(subscriptionId)).toMatchObject({ state: 'Enabled' })
  const locations = await collect(subscriptions.subscriptions.listLocations(subscriptionId))
  expect(locations).toContainEqual(
    expect.objectContaining({ name: 'westeurope', displayName: 'West Europe' }),
  )
})

test('arm-resources-subscriptions hears that a subscription is unknown', async () => {
  const unknown = subscriptions.subscriptions.get('00000000-0000-4000-8000-000000000000')
  await expect(unknown).rejects.toMatchObject({ statusCode: 404, code: 'SubscriptionNotFound' })
})

test('arm-resources makes, finds, changes and deletes a group', async () => {
  const { resourceGroups } = resources
  expect(await resourceGroups.createOrUpdate(group, { location })).toMatchObject({ name: group })
  expect(await resourceGroups.checkExistence(group)).toMatchObject({ body: true })
  expect(await resourceGroups.update(group, { tags: { team: 'pay' } })).toMatchObject({
    tags: { team: 'pay' },
  })
  expect(await resourceGroups.get(group)).toMatchObject({ properties: { provisioningState: 'Succeeded' } })
  const names = (await collect(resourceGroups.list({ top: 1 }))).map(({ name }) => name)
  expect(names).toContain(group)
})

test('arm-resources lists what is in a group and in a subscription', async () => {
  await msi.userAssignedIdentities.createOrUpdate(group, 'id-listed', { location })
  const found = expect.objectContaining({ name: 'id-listed', location })
  expect(await collect(resources.resources.listByResourceGroup(group))).toContainEqual(found)
  const filter = "resourceType eq 'Microsoft.ManagedIdentity/userAssignedIdentities'"
  expect(await collect(resources.resources.list({ filter }))).toContainEqual(found)
})

test('arm-resources registers a provider and reads its versions', async () => {
  await resources.providers.register('Microsoft.ManagedIdentity')
  const provider = await resources.providers.get('Microsoft.ManagedIdentity')
  const type = provider.resourceTypes?.find(({ resourceType }) => resourceType === 'userAssignedIdentities')
  expect(type?.apiVersions).toContain('2023-01-31')
  const namespaces = (await collect(resources.providers.list())).map(({ namespace }) => namespace)
  expect(namespaces).toContain('Microsoft.Authorization')
})

test('arm-resources waits for the deletion of a group with all that is in it', async () => {
  await resources.resourceGroups.delete(group)
  expect(await resources.resourceGroups.checkExistence(group)).toMatchObject({ body: false })
  const gone = msi.userAssignedIdentities.get(group, 'id-listed')
  await expect(gone).rejects.toMatchObject({ statusCode: 404, code: 'ResourceGroupNotFound' })
})
