import { afterAll, beforeAll, expect, test } from 'vitest'
import { identityTemplate, parallelTemplate } from '../azure-cli/deployment-template.ts'
import { openTarget } from '../target/target.ts'
import { armClients, collect } from './clients.ts'

const target = await openTarget()
const { deployments: client, msi, resources } = armClients(target)
const { deployments, deploymentOperations } = client
const group = target.groupName('template')
const properties = {
  mode: 'Incremental' as const,
  template: identityTemplate,
  parameters: { identityName: { value: 'id-template' } },
}

beforeAll(async () => {
  await resources.resourceGroups.createOrUpdate(group, { location: target.location })
})
afterAll(async () => {
  await resources.resourceGroups.delete(group)
  await target.close()
})

test('arm-resourcesdeployments validates a template', async () => {
  expect(await deployments.validate(group, 'judge', { properties })).toMatchObject({
    properties: { provisioningState: 'Succeeded' },
  })
})

test('arm-resourcesdeployments waits for what-if', async () => {
  const result = await deployments.whatIf(group, 'judge', { properties })
  expect(result).toMatchObject({ status: 'Succeeded' })
  const made = result.changes?.filter(({ changeType }) => changeType === 'Create')
  expect(made).toHaveLength(4)
})

test('arm-resourcesdeployments waits for a deployment and reads its outputs', async () => {
  const deployed = await deployments.createOrUpdate(group, 'judge', { properties })
  const identity = await msi.userAssignedIdentities.get(group, 'id-template')
  expect(deployed).toMatchObject({
    properties: {
      provisioningState: 'Succeeded',
      outputs: { clientId: { type: 'String', value: identity.clientId } },
    },
  })
  const credentials = await collect(msi.federatedIdentityCredentials.list(group, 'id-template'))
  expect(credentials.map(({ name }) => name)).toEqual(expect.arrayContaining(['dev', 'main', 'prod']))
})

test('arm-resourcesdeployments reads a deployment back', async () => {
  expect(await deployments.checkExistence(group, 'judge')).toMatchObject({ body: true })
  expect(await deployments.get(group, 'judge')).toMatchObject({ name: 'judge' })
  expect(await collect(deployments.listByResourceGroup(group))).toHaveLength(1)
  expect(await deployments.exportTemplate(group, 'judge')).toMatchObject({
    template: { contentVersion: '1.0.0.0' },
  })
  const operations = await collect(deploymentOperations.list(group, 'judge'))
  const ids = operations.map((operation) => operation.properties?.targetResource?.resourceName)
  expect(ids).toContain('id-template/prod')
})

test('arm-resourcesdeployments hears the inner error of a deployment that failed', async () => {
  const template = parallelTemplate(['one', 'two', 'three', 'four'])
  const attempt = deployments.createOrUpdate(group, 'parallel', {
    properties: { mode: 'Incremental', template },
  })
  await expect(attempt).rejects.toThrow(
    /ConcurrentFederatedIdentityCredentialsWritesForSingleManagedIdentity|DeploymentFailed/,
  )
  expect(await deployments.get(group, 'parallel')).toMatchObject({
    properties: {
      provisioningState: 'Failed',
      error: {
        code: 'DeploymentFailed',
        details: expect.arrayContaining([
          expect.objectContaining({
            code: 'ConcurrentFederatedIdentityCredentialsWritesForSingleManagedIdentity',
          }),
        ]),
      },
    },
  })
})

test('arm-resourcesdeployments hears that a parameter is missing', async () => {
  const incomplete = { properties: { mode: 'Incremental' as const, template: identityTemplate } }
  await expect(deployments.createOrUpdate(group, 'incomplete', incomplete)).rejects.toMatchObject({
    statusCode: 400,
    code: 'InvalidTemplate',
  })
  // The package counts a 400 of validate among its results, and tells no more than this of it.
  await expect(deployments.validate(group, 'incomplete', incomplete)).rejects.toThrow(
    'The long-running operation has failed',
  )
})

test('arm-resourcesdeployments makes a group at the subscription', async () => {
  const name = `${group}-sub`
  const template = {
    $schema: 'https://schema.management.azure.com/schemas/2018-05-01/subscriptionDeploymentTemplate.json#',
    contentVersion: '1.0.0.0',
    resources: [
      {
        type: 'Microsoft.Resources/resourceGroups',
        apiVersion: '2021-04-01',
        name,
        location: target.location,
      },
    ],
  }
  const deployed = await deployments.createOrUpdateAtSubscriptionScope('judge-sub', {
    location: target.location,
    properties: { mode: 'Incremental', template },
  })
  expect(deployed).toMatchObject({ properties: { provisioningState: 'Succeeded' } })
  await resources.resourceGroups.delete(name)
})

test('arm-resourcesdeployments deletes a deployment and leaves what it made', async () => {
  await deployments.delete(group, 'judge')
  expect(await deployments.checkExistence(group, 'judge')).toMatchObject({ body: false })
  expect(await msi.userAssignedIdentities.get(group, 'id-template')).toMatchObject({ name: 'id-template' })
})
