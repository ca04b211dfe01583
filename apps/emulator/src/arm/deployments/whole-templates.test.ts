import { afterAll, expect, test } from 'vitest'
import { errorOf, startArm } from '../testing/testing-client.ts'
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

test('a template as Bicep compiles it: symbolic names, existing resources, conditions and a module', async () => {
  const name = freshName('id-bicep')
  const deployment = await deploy(
    arm,
    {
      $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#',
      languageVersion: '2.0',
      contentVersion: '1.0.0.0',
      metadata: { _generator: { name: 'bicep', version: '0.30.23.60470', templateHash: '1' } },
      parameters: {
        name: { type: 'string', minLength: 3 },
        environment: { type: 'string', nullable: true },
        isProduction: { type: 'bool', defaultValue: false },
      },
      resources: {
        shared: {
          existing: true,
          type: identityType,
          apiVersion: '2024-11-30',
          name: 'id-pay-deploy-dev',
        },
        identity: identityResource("[parameters('name')]", {
          location: '[resourceGroup().location]',
          tags: { shared: "[reference('shared').clientId]" },
          dependsOn: ['shared'],
        }),
        trust: credentialResource("[format('{0}/{1}', parameters('name'), 'main')]", 'main', {
          dependsOn: ['identity'],
        }),
        extra: credentialResource("[format('{0}/{1}', parameters('name'), 'extra')]", 'extra', {
          condition: "[parameters('isProduction')]",
          dependsOn: ['trust'],
        }),
        module: {
          type: 'Microsoft.Resources/deployments',
          apiVersion: '2022-09-01',
          name: `${name}-module`,
          properties: {
            expressionEvaluationOptions: { scope: 'inner' },
            mode: 'Incremental',
            parameters: { principal: { value: "[reference('identity').principalId]" } },
            template: template({
              parameters: { principal: { type: 'string' } },
              outputs: { echoed: { type: 'string', value: "[toUpper(parameters('principal'))]" } },
            }),
          },
          dependsOn: ['identity'],
        },
      },
      outputs: {
        environment: { type: 'string', value: "[coalesce(parameters('environment'), 'none')]" },
        echoed: { type: 'string', value: "[reference('module').outputs.echoed.value]" },
      },
    },
    { parameters: { name } },
  )
  const { identities } = arm.emulator.world.store
  const made = identities.get(identityId(name).toLowerCase())
  const shared = identities.get(identityId('id-pay-deploy-dev').toLowerCase())
  expect(propertiesOf(deployment)).toMatchObject({ provisioningState: 'Succeeded' })
  expect(outputsOf(deployment)).toEqual({ environment: 'none', echoed: made?.principalId.toUpperCase() })
  expect(made?.tags).toEqual({ shared: shared?.clientId })
  const module = await arm.call('GET', withVersion(deploymentPath(`${name}-module`)))
  expect(propertiesOf(module)).toMatchObject({ provisioningState: 'Succeeded' })
})

test('a role assignment named by guid() is made once, and again without a change', async () => {
  const name = freshName('id-role')
  const reader = 'acdd72a7-3385-48ef-bd42-f606fba81ae7'
  const parts = template({
    resources: [
      identityResource(name),
      {
        type: 'Microsoft.Authorization/roleAssignments',
        apiVersion: '2022-04-01',
        name: `[guid(resourceGroup().id, '${name}', '${reader}')]`,
        dependsOn: [name],
        properties: {
          roleDefinitionId: `[subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '${reader}')]`,
          principalId: `[reference(resourceId('${identityType}', '${name}'), '2024-11-30').principalId]`,
          principalType: 'ServicePrincipal',
        },
      },
    ],
  })
  const first = await deploy(arm, parts, { as: 'admin' })
  expect(propertiesOf(first)).toMatchObject({ provisioningState: 'Succeeded' })
  const second = await deploy(arm, parts, { as: 'admin' })
  expect(propertiesOf(second)).toMatchObject({ provisioningState: 'Succeeded' })
})

test('who may not write a resource of the template is refused before anything is written', async () => {
  const name = freshName('id-forbidden')
  const refused = await deploy(arm, template({ resources: [identityResource(name)] }), { as: 'reader' })
  expect(errorOf(refused)).toMatchObject({ status: 403, code: 'AuthorizationFailed' })
  const role = {
    type: 'Microsoft.Authorization/roleAssignments',
    apiVersion: '2022-04-01',
    name: '0f0c3a3e-0000-4000-8000-000000000001',
    properties: { roleDefinitionId: 'x', principalId: 'y' },
  }
  const partly = await deploy(arm, template({ resources: [identityResource(name), role] }), {
    as: 'automation',
  })
  const { code, message } = errorOf(partly)
  expect(code).toBe('InvalidTemplateDeployment')
  expect(message).toMatch(
    /^The template deployment failed with error: 'Authorization failed for template resource '0f0c3a3e/,
  )
  expect(arm.emulator.world.store.identities.get(identityId(name).toLowerCase())).toBeUndefined()
})

test('secure parameters and outputs are never shown', async () => {
  const deployment = await deploy(
    arm,
    template({
      parameters: { secret: { type: 'secureString' } },
      outputs: { again: { type: 'securestring', value: "[parameters('secret')]" } },
    }),
    { name: 'secrets', parameters: { secret: 'contoso-secret-value' } },
  )
  expect(propertiesOf(deployment)).toMatchObject({
    parameters: { secret: { type: 'SecureString' } },
    outputs: { again: { type: 'SecureString' } },
  })
  expect(JSON.stringify(arm.emulator.world.store.deployments.list())).not.toContain('contoso-secret-value')
})

test('complete mode deletes the identities that the template does not name', async () => {
  const group = `${payGroup.replace(/rg-pay-dev$/, '')}rg-complete`
  await arm.call('PUT', group, { body: { location: 'westeurope' } })
  const both = [identityResource('id-stays'), identityResource('id-goes')]
  await deploy(arm, template({ resources: both }), { scope: group })
  const only = template({ resources: both.slice(0, 1) })
  const deployment = await deploy(arm, only, { scope: group, mode: 'Complete' })
  expect(propertiesOf(deployment)).toMatchObject({ provisioningState: 'Succeeded' })
  const left = arm.emulator.world.store.identities
    .list()
    .filter(({ resourceGroup }) => resourceGroup === 'rg-complete')
  expect(left.map(({ name }) => name)).toEqual(['id-stays'])
})

test('a deployment to a subscription makes a group and what is in it', async () => {
  const { scope, name } = { scope: payGroup.split('/resourceGroups/')[0] ?? '', name: freshName('rg-sub') }
  const deployment = await deploy(
    arm,
    template({
      $schema: 'https://schema.management.azure.com/schemas/2018-05-01/subscriptionDeploymentTemplate.json#',
      resources: [
        {
          type: 'Microsoft.Resources/resourceGroups',
          apiVersion: '2022-09-01',
          name,
          location: 'northeurope',
        },
        {
          type: 'Microsoft.Resources/deployments',
          apiVersion: '2022-09-01',
          name: 'content',
          resourceGroup: name,
          dependsOn: [`[subscriptionResourceId('Microsoft.Resources/resourceGroups', '${name}')]`],
          properties: {
            mode: 'Incremental',
            template: template({ resources: [identityResource('id-in-group', { location: 'northeurope' })] }),
          },
        },
      ],
      outputs: { where: { type: 'string', value: '[deployment().location]' } },
    }),
    { scope, location: 'West Europe' },
  )
  expect(propertiesOf(deployment)).toMatchObject({ provisioningState: 'Succeeded' })
  expect(outputsOf(deployment)).toEqual({ where: 'westeurope' })
  const made = await arm.call('GET', `${scope}/resourceGroups/${name}/providers/${identityType}/id-in-group`)
  expect(made.status).toBe(200)
})
