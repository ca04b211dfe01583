import { afterAll, expect, test } from 'vitest'
import { accounts, subscriptions, tenantId } from '../../seed.ts'
import { startArm } from '../testing/testing-client.ts'
import { freshName, makeIdentity, payGroup } from '../testing/testing-places.ts'
import {
  deploy,
  identityResource,
  identityType,
  outputsOf,
  propertiesOf,
  template,
} from './testing/deploying.ts'

const arm = await startArm()
afterAll(() => arm.emulator.close())

const { subscriptionId } = subscriptions.development
const reader = 'acdd72a7-3385-48ef-bd42-f606fba81ae7'

test('functions of the template’s own, loops in variables and outputs, and defaults with time and chance', async () => {
  const deployment = await deploy(
    arm,
    template({
      functions: [
        {
          namespace: 'contoso',
          members: {
            subject: {
              parameters: [{ name: 'environment', type: 'string' }],
              output: {
                type: 'string',
                value: "[concat('repo:octo-org/octo-repo:environment:', parameters('environment'))]",
              },
            },
          },
        },
      ],
      parameters: {
        at: { type: 'string', defaultValue: "[utcNow('yyyy')]" },
        id: { type: 'string', defaultValue: '[newGuid()]' },
        copyOf: { type: 'string', defaultValue: "[parameters('id')]" },
      },
      variables: {
        environments: ['dev', 'prod'],
        copy: [
          {
            name: 'subjects',
            count: "[length(variables('environments'))]",
            input: "[contoso.subject(variables('environments')[copyIndex('subjects')])]",
          },
        ],
      },
      outputs: {
        subjects: { type: 'array', value: "[variables('subjects')]" },
        twice: { type: 'array', copy: { count: 2, input: '[copyIndex(1)]' } },
        left: { type: 'string', condition: false, value: 'never' },
        year: { type: 'string', value: "[parameters('at')]" },
        same: { type: 'bool', value: "[equals(parameters('id'), parameters('copyOf'))]" },
      },
    }),
  )
  expect(outputsOf(deployment)).toEqual({
    subjects: ['repo:octo-org/octo-repo:environment:dev', 'repo:octo-org/octo-repo:environment:prod'],
    twice: [1, 2],
    year: String(new Date(arm.emulator.world.clock.now()).getUTCFullYear()),
    same: true,
  })
})

test('a template knows where it goes, who deploys it and what it is called', async () => {
  const deployment = await deploy(
    arm,
    template({
      outputs: {
        facts: {
          type: 'object',
          value: {
            group: '[resourceGroup().id]',
            location: '[resourceGroup().location]',
            subscription: '[subscription().subscriptionId]',
            tenant: '[tenant().tenantId]',
            name: '[deployment().name]',
            deployer: '[deployer().objectId]',
            manager: '[environment().resourceManager]',
          },
        },
      },
    }),
    { name: 'facts' },
  )
  expect(outputsOf(deployment).facts).toEqual({
    group: payGroup,
    location: 'westeurope',
    subscription: subscriptionId,
    tenant: tenantId,
    name: 'facts',
    deployer: accounts.developer.objectId,
    manager: `${arm.emulator.httpsOrigin}/`,
  })
})

const extensions: [form: string, place: (name: string) => Record<string, unknown>][] = [
  [
    'a whole id as scope',
    (name) => ({
      type: 'Microsoft.Authorization/roleAssignments',
      name: "[guid('whole')]",
      scope: `[resourceId('${identityType}', '${name}')]`,
    }),
  ],
  [
    'a relative scope',
    (name) => ({
      type: 'Microsoft.Authorization/roleAssignments',
      name: "[guid('relative')]",
      scope: `[format('${identityType}/{0}', '${name}')]`,
    }),
  ],
  [
    'the old form of the type',
    (name) => ({
      type: `${identityType}/providers/roleAssignments`,
      name: `[concat('${name}/Microsoft.Authorization/', guid('old'))]`,
    }),
  ],
]

test.each(extensions)('a role assignment on an identity is made by %s', async (_, place) => {
  const id = await makeIdentity(arm)
  const name = id.split('/').at(-1) ?? ''
  const deployment = await deploy(
    arm,
    template({
      resources: [
        {
          ...place(name),
          apiVersion: '2022-04-01',
          properties: {
            roleDefinitionId: `[subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '${reader}')]`,
            principalId: accounts.reader.objectId,
            principalType: 'User',
          },
        },
      ],
    }),
    { as: 'admin' },
  )
  expect(propertiesOf(deployment)).toMatchObject({ provisioningState: 'Succeeded' })
  const scopes = arm.emulator.world.store.roleAssignments.list().map(({ scope }) => scope.toLowerCase())
  expect(scopes).toContain(id.toLowerCase())
})

const nested: [scope: string, tag: string][] = [
  ['Outer', 'from the outside'],
  ['Inner', 'from the inside'],
]

test.each(nested)(
  'a nested template with %s evaluation sees the variables of its scope',
  async (scope, tag) => {
    const name = freshName('id-nested')
    const deployment = await deploy(
      arm,
      template({
        variables: { tag: 'from the outside' },
        resources: [
          {
            type: 'Microsoft.Resources/deployments',
            apiVersion: '2020-10-01',
            name: `${name}-nested`,
            properties: {
              mode: 'Incremental',
              expressionEvaluationOptions: { scope },
              template: template({
                variables: { tag: 'from the inside' },
                resources: [
                  identityResource(name, { tags: { seen: "[variables('tag')]", text: '[[literal]' } }),
                ],
              }),
            },
          },
        ],
      }),
    )
    expect(propertiesOf(deployment)).toMatchObject({ provisioningState: 'Succeeded' })
    const made = arm.emulator.world.store.identities.get(
      `${payGroup}/providers/${identityType}/${name}`.toLowerCase(),
    )
    expect(made?.tags).toEqual({ seen: tag, text: '[literal]' })
  },
)

test('a failure inside a nested deployment is wrapped twice', async () => {
  const deployment = await deploy(
    arm,
    template({
      resources: [
        {
          type: 'Microsoft.Resources/deployments',
          apiVersion: '2022-09-01',
          name: 'fails-inside',
          properties: {
            mode: 'Incremental',
            template: template({ resources: [identityResource('sentinel-policy')] }),
          },
        },
      ],
    }),
  )
  expect(propertiesOf(deployment).error).toMatchObject({
    code: 'DeploymentFailed',
    details: [{ code: 'DeploymentFailed', details: [{ code: 'RequestDisallowedByPolicy' }] }],
  })
})

test('an output that refers to what is not there fails the deployment by name', async () => {
  const id = `${payGroup}/providers/${identityType}/id-nowhere`
  const deployment = await deploy(
    arm,
    template({ outputs: { lost: { type: 'string', value: `[reference('${id}', '2024-11-30').clientId]` } } }),
  )
  expect(propertiesOf(deployment).error).toMatchObject({
    code: 'DeploymentOutputEvaluationFailed',
    details: [{ target: 'lost' }],
  })
})

test('a property that a resource does not have is named in the words of the deployment', async () => {
  const name = freshName('id-typo')
  const deployment = await deploy(
    arm,
    template({
      resources: [
        identityResource(name),
        identityResource(`${name}-two`, { tags: { id: `[reference('${name}').clientid2]` } }),
      ],
    }),
  )
  const text = JSON.stringify(propertiesOf(deployment).error)
  expect(text).toContain(`Unable to process template language expressions for resource '${payGroup}`)
  expect(text).toContain(
    "The language expression property 'clientid2' doesn't exist, available properties are '",
  )
})
