import { afterAll, expect, test } from 'vitest'
import { isRecord, startArm } from '../testing/testing-client.ts'
import { freshName, makeIdentity, payGroup } from '../testing/testing-places.ts'
import {
  credentialResource,
  deploy,
  deploymentBody,
  deploymentPath,
  identityResource,
  template,
  withVersion,
} from './testing/deploying.ts'

const arm = await startArm()
afterAll(() => arm.emulator.close())

type Change = Record<string, unknown>

async function whatIf(
  parts: Change,
  settings: Change = {},
  scope = payGroup,
): Promise<{ result: Change; changes: Change[] }> {
  const { properties, ...rest } = deploymentBody(parts, scope === payGroup ? {} : { location: 'westeurope' })
  const body = { ...rest, properties: { ...(isRecord(properties) ? properties : {}), ...settings } }
  const accepted = await arm.call('POST', withVersion(`${deploymentPath('asked', scope)}/whatIf`), { body })
  expect(accepted.status).toBe(202)
  const location = new URL(accepted.headers.get('location') ?? '')
  for (;;) {
    const answer = await arm.call('GET', `${location.pathname}${location.search}`)
    if (answer.status === 202) continue
    const result = isRecord(answer.body) ? answer.body : {}
    const found = isRecord(result.properties) ? result.properties.changes : []
    return { result, changes: Array.isArray(found) ? found.filter(isRecord) : [] }
  }
}

function changeOf(changes: Change[], id: string): Change | undefined {
  return changes.find(({ resourceId }) => resourceId === id)
}

test('what is new, changed, the same and not named is told apart', async () => {
  const id = await makeIdentity(arm)
  const name = id.split('/').at(-1) ?? ''
  const parts = (environment: string, tags: Change) =>
    template({
      resources: [
        identityResource(name, { tags }),
        credentialResource(`${name}/github`, environment, { dependsOn: [name] }),
      ],
    })
  const before = await whatIf(parts('prod', { app: 'pay' }))
  expect(before.result.status).toBe('Succeeded')
  expect(changeOf(before.changes, `${id}/federatedIdentityCredentials/github`)).toMatchObject({
    changeType: 'Create',
    after: { name: 'github', properties: { subject: 'repo:octo-org/octo-repo:environment:prod' } },
  })
  expect(changeOf(before.changes, id)).toMatchObject({
    changeType: 'Modify',
    delta: [{ path: 'tags.app', propertyChangeType: 'Create', after: 'pay' }],
  })
  await deploy(arm, parts('prod', { app: 'pay' }))
  const after = await whatIf(parts('stage', {}))
  expect(changeOf(after.changes, id)).toMatchObject({
    changeType: 'Modify',
    delta: [{ path: 'tags.app', propertyChangeType: 'Delete', before: 'pay' }],
  })
  expect(changeOf(after.changes, `${id}/federatedIdentityCredentials/github`)).toMatchObject({
    changeType: 'Modify',
    delta: [
      {
        path: 'properties.subject',
        propertyChangeType: 'Modify',
        before: 'repo:octo-org/octo-repo:environment:prod',
        after: 'repo:octo-org/octo-repo:environment:stage',
      },
    ],
  })
  const same = await whatIf(parts('prod', { app: 'pay' }))
  expect(changeOf(same.changes, id)).toMatchObject({ changeType: 'NoChange' })
  const other = `${payGroup}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-pay-deploy-dev`
  expect(changeOf(same.changes, other)).toMatchObject({ changeType: 'Ignore' })
})

test('an audience that changes is shown as a change inside the array', async () => {
  const id = await makeIdentity(arm)
  const name = id.split('/').at(-1) ?? ''
  const parts = (audience: string) =>
    template({
      resources: [
        credentialResource(`${name}/aud`, 'prod', {
          properties: { issuer: 'https://contoso.com', subject: 's', audiences: [audience] },
        }),
      ],
    })
  await deploy(arm, parts('api://one'))
  const { changes } = await whatIf(parts('api://two'))
  expect(changeOf(changes, `${id}/federatedIdentityCredentials/aud`)?.delta).toEqual([
    {
      path: 'properties.audiences',
      propertyChangeType: 'Array',
      children: [{ path: '0', propertyChangeType: 'Modify', before: 'api://one', after: 'api://two' }],
    },
  ])
})

test('ids alone are shown when only they are asked for, and complete mode shows deletions', async () => {
  const name = freshName('id-ids')
  const { changes } = await whatIf(
    template({ resources: [identityResource('id-pay-deploy-dev'), identityResource(name)] }),
    { mode: 'Complete', whatIfSettings: { resultFormat: 'ResourceIdOnly' } },
  )
  const kinds = Object.fromEntries(
    changes.map(({ resourceId, changeType, ...rest }) => {
      expect(rest).toEqual({})
      return [String(resourceId).split('/').at(-1), changeType]
    }),
  )
  expect(kinds).toMatchObject({
    'id-pay-deploy-dev': 'Deploy',
    [name]: 'Create',
    'id-pay-runtime-dev': 'Delete',
  })
})

test('what a nested deployment would write is shown, and what is not known yet stays an expression', async () => {
  const name = freshName('id-nested')
  const { changes } = await whatIf(
    template({
      resources: [
        identityResource(name),
        {
          type: 'Microsoft.Resources/deployments',
          apiVersion: '2022-09-01',
          name: 'inside',
          dependsOn: [name],
          properties: {
            mode: 'Incremental',
            expressionEvaluationOptions: { scope: 'inner' },
            parameters: { tag: { value: `[reference('${name}').clientId]` } },
            template: template({
              parameters: { tag: { type: 'string' } },
              resources: [identityResource(`${name}-inner`, { tags: { of: "[parameters('tag')]" } })],
            }),
          },
        },
      ],
    }),
  )
  const inner = changeOf(
    changes,
    `${payGroup}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/${name}-inner`,
  )
  expect(inner).toMatchObject({
    changeType: 'Create',
    deploymentId: deploymentPath('inside'),
    after: { tags: { of: `[reference('${name}').clientId]` } },
  })
})

test('a group that is to be made is known to the deployment inside it', async () => {
  const subscription = payGroup.split('/resourceGroups/')[0] ?? ''
  const name = freshName('rg-planned')
  const parts = template({
    resources: [
      { type: 'Microsoft.Resources/resourceGroups', apiVersion: '2022-09-01', name, location: 'northeurope' },
      {
        type: 'Microsoft.Resources/deployments',
        apiVersion: '2022-09-01',
        name: 'content',
        resourceGroup: name,
        dependsOn: [`[subscriptionResourceId('Microsoft.Resources/resourceGroups', '${name}')]`],
        properties: {
          mode: 'Incremental',
          expressionEvaluationOptions: { scope: 'inner' },
          template: template({
            resources: [identityResource('id-planned', { location: '[resourceGroup().location]' })],
          }),
        },
      },
    ],
  })
  const { changes } = await whatIf(parts, {}, subscription)
  expect(changes).toMatchObject([
    { resourceId: `${subscription}/resourceGroups/${name}`, changeType: 'Create' },
    { changeType: 'Create', after: { name: 'id-planned', location: 'northeurope' } },
  ])
})

test('a template that cannot be deployed is an answer of its own', async () => {
  const { result } = await whatIf(template({ resources: [identityResource('a/b')] }))
  expect(result).toMatchObject({ status: 'Failed', error: { code: 'InvalidTemplate' } })
})
