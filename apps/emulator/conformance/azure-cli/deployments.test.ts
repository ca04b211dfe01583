import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTarget } from '../target/target.ts'
import { openAzureCli } from './azure-cli.ts'
import { identityTemplate, parallelTemplate } from './deployment-template.ts'
import { registerCloud, signInWithSecret } from './register-cloud.ts'

const target = await openTarget()
const az = openAzureCli(target, '3. Template deployments')
const group = target.groupName('deploy')
const inGroup = { 'resource-group': group }
const file = { 'template-file': az.file('identity.json', identityTemplate) }
const aimed = { ...inGroup, ...file, parameters: 'identityName=id-deployed' }

beforeAll(async () => {
  await registerCloud(az, target)
  await signInWithSecret(az, target)
  await az.json('group create', { name: group, location: target.location })
})
afterAll(async () => {
  await az.run('group delete', { name: group, yes: true, 'no-wait': true })
  az.close()
  await target.close()
})

test('az deployment group validate accepts an identity with its credentials', async () => {
  expect(await az.json('deployment group validate', aimed)).toMatchObject({
    properties: { provisioningState: 'Succeeded' },
  })
})

test('az deployment group what-if tells what would be made, and makes nothing', async () => {
  const result = await az.json('deployment group what-if', { ...aimed, 'no-pretty-print': true })
  expect(result).toMatchObject({ status: 'Succeeded', changes: expect.any(Array) })
  const text = JSON.stringify(result)
  for (const name of ['id-deployed', 'main', 'dev', 'prod']) expect(text).toContain(`/${name}"`)
  expect(text).toContain('"changeType":"Create"')
  expect(await az.json('identity list', inGroup)).toEqual([])
})

test('az deployment group what-if prints the changes as a person reads them', async () => {
  const { stdout } = await az.run('deployment group what-if', aimed)
  expect(stdout).toContain('Resource changes: 4 to create.')
})

test('az deployment group create makes them and gives the outputs', async () => {
  expect(await az.json('deployment group create', { name: 'judge', ...aimed })).toMatchObject({
    name: 'judge',
    properties: {
      provisioningState: 'Succeeded',
      mode: 'Incremental',
      outputs: { clientId: { type: 'String', value: expect.stringMatching(/^[0-9a-f-]{36}$/) } },
    },
  })
  const onIdentity = { 'identity-name': 'id-deployed', ...inGroup }
  expect(await az.json('identity federated-credential list', onIdentity)).toHaveLength(3)
})

test('az deployment group show, list and operation list read it back', async () => {
  const named = { name: 'judge', ...inGroup }
  expect(await az.json('deployment group show', named)).toMatchObject({
    properties: { parameters: { identityName: { value: 'id-deployed' } } },
  })
  expect(await az.json('deployment group list', inGroup)).toHaveLength(1)
  const operations = await az.json('deployment operation group list', named)
  expect(JSON.stringify(operations)).toContain('federatedIdentityCredentials/prod')
})

test('what-if after the deployment finds nothing to change', async () => {
  const { stdout } = await az.run('deployment group what-if', aimed)
  expect(stdout).toContain('Resource changes: 4 no change.')
})

test('a parameter that is too short is refused before anything is made', async () => {
  const words = await az.refusal('deployment group validate', {
    ...aimed,
    parameters: 'identityName=x',
  })
  expect(words).toContain('InvalidTemplate')
  expect(words).toContain('identityName')
})

test('credentials written at once under one identity fail the deployment with the 409 of the provider', async () => {
  const parallel = az.file('parallel.json', parallelTemplate(['one', 'two', 'three', 'four']))
  const words = await az.refusal('deployment group create', { ...inGroup, 'template-file': parallel })
  expect(words).toContain('DeploymentFailed')
  expect(words).toContain('ConcurrentFederatedIdentityCredentialsWritesForSingleManagedIdentity')
})
