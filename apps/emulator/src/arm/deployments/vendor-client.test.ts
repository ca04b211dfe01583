import { DeploymentsClient } from '@azure/arm-resourcesdeployments'
import { afterAll, expect, test } from 'vitest'
import { subscriptions } from '../../seed.ts'
import { mintToken, startArm } from '../testing/testing-client.ts'
import { freshName } from '../testing/testing-places.ts'
import { credentialResource, identityResource, template } from './testing/deploying.ts'

const arm = await startArm()
afterAll(() => arm.emulator.close())

const { world, httpsOrigin, caPem } = arm.emulator
const client = new DeploymentsClient(
  {
    getToken: async () => ({
      token: await mintToken(world, 'developer'),
      expiresOnTimestamp: world.clock.now() + 3_599_000,
    }),
  },
  subscriptions.development.subscriptionId,
  { endpoint: httpsOrigin, tlsOptions: { ca: caPem }, retryOptions: { maxRetries: 0 } },
)
const group = 'rg-pay-dev'

function trustTemplate(name: string) {
  return template({
    parameters: { environment: { type: 'string', defaultValue: 'prod' } },
    variables: { subject: "[format('repo:octo-org/octo-repo:environment:{0}', parameters('environment'))]" },
    resources: [
      identityResource(name),
      credentialResource(`${name}/github`, 'prod', {
        dependsOn: [name],
        properties: {
          issuer: 'https://token.actions.githubusercontent.com',
          subject: "[variables('subject')]",
          audiences: ['api://AzureADTokenExchange'],
        },
      }),
    ],
    outputs: { clientId: { type: 'string', value: `[reference('${name}').clientId]` } },
  })
}

test('arm-resourcesdeployments validates and deploys a template, and reads what it did', async () => {
  const name = freshName('id-sdk')
  const parameters = { environment: { value: 'stage' } }
  const properties = { mode: 'Incremental' as const, template: trustTemplate(name), parameters }
  const validated = await client.deployments.validate(group, 'sdk', { properties })
  expect(validated.properties?.validatedResources).toHaveLength(2)
  const made = await client.deployments.createOrUpdate(group, 'sdk', { properties })
  expect(made.properties).toMatchObject({
    provisioningState: 'Succeeded',
    outputs: { clientId: { type: 'String', value: expect.stringMatching(/^[0-9a-f-]{36}$/) } },
  })
  expect(made.properties?.timestamp).toBeInstanceOf(Date)
  const operations = []
  for await (const operation of client.deploymentOperations.list(group, 'sdk')) operations.push(operation)
  const kinds = operations.map(({ properties: done }) => done?.provisioningOperation)
  expect(kinds.filter((kind) => kind === 'Create')).toHaveLength(2)
  expect(kinds).toContain('EvaluateDeploymentOutput')
  const [first] = operations
  const one = await client.deploymentOperations.get(group, 'sdk', first?.operationId ?? '')
  expect(one.properties?.statusCode).toBe(first?.properties?.statusCode)
})

test('arm-resourcesdeployments predicts, exports, lists and deletes', async () => {
  const properties = { mode: 'Incremental' as const, template: trustTemplate(freshName('id-sdk')) }
  const predicted = await client.deployments.whatIf(group, 'sdk-two', { properties })
  expect(predicted.status).toBe('Succeeded')
  expect(predicted.changes?.map(({ changeType }) => changeType)).toContain('Create')
  expect((await client.deployments.checkExistence(group, 'sdk-two')).body).toBe(false)
  await client.deployments.createOrUpdate(group, 'sdk-two', { properties })
  expect((await client.deployments.checkExistence(group, 'sdk-two')).body).toBe(true)
  const exported = await client.deployments.exportTemplate(group, 'sdk-two')
  expect(exported.template).toEqual(properties.template)
  const names = []
  for await (const { name } of client.deployments.listByResourceGroup(group, { top: 1 })) names.push(name)
  expect(names).toContain('sdk-two')
  await client.deployments.delete(group, 'sdk-two')
  expect((await client.deployments.checkExistence(group, 'sdk-two')).body).toBe(false)
})

test('arm-resourcesdeployments throws what made a deployment fail', async () => {
  const name = freshName('id-sdk')
  const resources = [
    identityResource(name),
    credentialResource(`${name}/one-of-two`, 'one', { dependsOn: [name] }),
    credentialResource(`${name}/two-of-two`, 'two', { dependsOn: [name] }),
  ]
  const properties = { mode: 'Incremental' as const, template: template({ resources }) }
  await expect(client.deployments.createOrUpdate(group, 'sdk-fails', { properties })).rejects.toThrow(
    /DeploymentFailed|At least one resource deployment operation failed/,
  )
  const failed = await client.deployments.get(group, 'sdk-fails')
  expect(failed.properties?.error?.details?.[0]?.code).toBe(
    'ConcurrentFederatedIdentityCredentialsWritesForSingleManagedIdentity',
  )
})

test('arm-resourcesdeployments deploys to a subscription and hashes a template', async () => {
  const name = freshName('rg-sdk')
  const resource = {
    type: 'Microsoft.Resources/resourceGroups',
    apiVersion: '2022-09-01',
    name,
    location: 'westeurope',
  }
  const properties = { mode: 'Incremental' as const, template: template({ resources: [resource] }) }
  const made = await client.deployments.createOrUpdateAtSubscriptionScope('sdk-sub', {
    location: 'westeurope',
    properties,
  })
  expect(made).toMatchObject({ location: 'westeurope', properties: { provisioningState: 'Succeeded' } })
  expect(world.store.resourceGroups.list().map((found) => found.name)).toContain(name)
  const { templateHash } = await client.deployments.calculateTemplateHash(properties.template)
  expect(templateHash).toBe(made.properties?.templateHash)
})
