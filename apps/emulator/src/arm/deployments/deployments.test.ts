import { afterAll, expect, test } from 'vitest'
import { startArm } from '../testing/testing-client.ts'
import { freshName, payGroup } from '../testing/testing-places.ts'
import {
  credentialResource,
  deploy,
  deploymentPath,
  identityResource,
  identityType,
  outputsOf,
  propertiesOf,
  template,
  withVersion,
} from './testing/deploying.ts'

const arm = await startArm()
afterAll(() => arm.emulator.close())

const identityId = (name: string) => `${payGroup}/providers/${identityType}/${name}`

test('a template makes an identity, its credential as a child and another that depends on it', async () => {
  const name = freshName('id-template')
  const answer = await deploy(
    arm,
    template({
      parameters: { name: { type: 'string' }, repository: { type: 'string', defaultValue: 'octo-repo' } },
      variables: { subject: "[concat('repo:octo-org/', parameters('repository'), ':environment:prod')]" },
      resources: [
        identityResource("[parameters('name')]", {
          location: '[resourceGroup().location]',
          resources: [
            {
              type: 'federatedIdentityCredentials',
              apiVersion: '2024-11-30',
              name: 'prod',
              dependsOn: ["[parameters('name')]"],
              properties: {
                issuer: 'https://token.actions.githubusercontent.com',
                subject: "[variables('subject')]",
                audiences: ['api://AzureADTokenExchange'],
              },
            },
          ],
        }),
        credentialResource("[concat(parameters('name'), '/stage')]", 'stage', {
          dependsOn: [
            `[resourceId('${identityType}/federatedIdentityCredentials', parameters('name'), 'prod')]`,
          ],
        }),
      ],
      outputs: {
        principalId: { type: 'string', value: `[reference(parameters('name')).principalId]` },
        id: { type: 'string', value: `[resourceId('${identityType}', parameters('name'))]` },
      },
    }),
    { parameters: { name } },
  )
  expect(propertiesOf(answer)).toMatchObject({
    provisioningState: 'Succeeded',
    mode: 'Incremental',
    parameters: {
      name: { type: 'String', value: name },
      repository: { type: 'String', value: 'octo-repo' },
    },
    outputResources: [
      { id: identityId(name) },
      { id: `${identityId(name)}/federatedIdentityCredentials/prod` },
      { id: `${identityId(name)}/federatedIdentityCredentials/stage` },
    ],
  })
  const stored = arm.emulator.world.store.identities.get(identityId(name).toLowerCase())
  expect(outputsOf(answer)).toEqual({ principalId: stored?.principalId, id: identityId(name) })
  const credential = await arm.call('GET', `${identityId(name)}/federatedIdentityCredentials/prod`)
  expect(propertiesOf(credential).subject).toBe('repo:octo-org/octo-repo:environment:prod')
})

test('two credentials of one identity without an order meet the 409 of concurrent writes, wrapped', async () => {
  const name = freshName('id-overlap')
  const dependsOn = [name]
  const deployment = await deploy(
    arm,
    template({
      resources: [
        identityResource(name),
        credentialResource(`${name}/one`, 'one', { dependsOn }),
        credentialResource(`${name}/two`, 'two', { dependsOn }),
      ],
    }),
    { name: 'overlap' },
  )
  const scope = identityId(name).toLowerCase()
  expect(propertiesOf(deployment)).toMatchObject({
    provisioningState: 'Failed',
    error: {
      code: 'DeploymentFailed',
      target: deploymentPath('overlap'),
      message:
        'At least one resource deployment operation failed. Please list deployment operations for details. Please see https://aka.ms/arm-deployment-operations for usage details.',
      details: [
        {
          code: 'ConcurrentFederatedIdentityCredentialsWritesForSingleManagedIdentity',
          message: `Too many Federated Identity Credentials are written concurrently for the managed identity '${scope}'. Concurrent Federated Identity Credentials writes under the same managed identity are not supported.`,
        },
      ],
    },
  })
  const operations = await arm.call('GET', withVersion(`${payGroup}/deployments/overlap/operations`))
  const failed = JSON.stringify(operations.body)
  expect(failed).toContain('"statusCode":"Conflict"')
  expect(failed).toContain('"provisioningOperation":"Create"')
})

test('a serial copy loop writes several credentials of one identity one after the other', async () => {
  const name = freshName('id-loop')
  const deployment = await deploy(
    arm,
    template({
      parameters: { environments: { type: 'array' } },
      resources: [
        identityResource(name),
        credentialResource(`[concat('${name}/', parameters('environments')[copyIndex()])]`, 'x', {
          dependsOn: [name],
          copy: {
            name: 'credentials',
            count: "[length(parameters('environments'))]",
            mode: 'serial',
            batchSize: 1,
          },
          properties: {
            issuer: 'https://token.actions.githubusercontent.com',
            subject:
              "[format('repo:octo-org/octo-repo:environment:{0}', parameters('environments')[copyIndex()])]",
            audiences: ['api://AzureADTokenExchange'],
          },
        }),
      ],
    }),
    { parameters: { environments: ['dev', 'stage', 'prod'] } },
  )
  expect(propertiesOf(deployment)).toMatchObject({ provisioningState: 'Succeeded' })
  const made = arm.emulator.world.store.credentials.by('parent', identityId(name).toLowerCase())
  expect(made.map((credential) => credential.name)).toEqual(['dev', 'stage', 'prod'])
})

test('a credential that does not wait for its identity fails with the provider’s own words', async () => {
  const name = freshName('id-absent')
  const deployment = await deploy(arm, template({ resources: [credentialResource(`${name}/one`, 'one')] }))
  const { error } = propertiesOf(deployment)
  expect(error).toMatchObject({ code: 'DeploymentFailed', details: [{ code: 'ParentResourceNotFound' }] })
})

test('a resource type that is not emulated fails the deployment by name', async () => {
  const type = 'Microsoft.Storage/storageAccounts'
  const deployment = await deploy(
    arm,
    template({
      resources: [{ type, apiVersion: '2023-01-01', name: 'contosostore', location: 'westeurope' }],
    }),
  )
  const { error } = propertiesOf(deployment)
  expect(error).toMatchObject({ details: [{ code: 'NotEmulated' }] })
  expect(JSON.stringify(error)).toContain(`${payGroup}/providers/${type}/contosostore`)
})

test('a failure stops what depends on it and nothing else', async () => {
  const name = freshName('id-branch')
  const deployment = await deploy(
    arm,
    template({
      resources: [
        identityResource(name),
        identityResource('sentinel-policy', { tags: {} }),
        identityResource(`${name}-after`, { dependsOn: ['sentinel-policy'] }),
      ],
    }),
  )
  expect(propertiesOf(deployment)).toMatchObject({
    provisioningState: 'Failed',
    error: { details: [{ code: 'RequestDisallowedByPolicy' }] },
  })
  const { identities } = arm.emulator.world.store
  expect(identities.get(identityId(name).toLowerCase())).toBeDefined()
  expect(identities.get(identityId(`${name}-after`).toLowerCase())).toBeUndefined()
})
