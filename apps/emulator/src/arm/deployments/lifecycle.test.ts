import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { startTestEmulator } from '../../testing/start-test-emulator.ts'
import { errorOf, isRecord, mintToken, namesIn, startArm } from '../testing/testing-client.ts'
import { freshName, payGroup } from '../testing/testing-places.ts'
import {
  credentialResource,
  deploy,
  deploymentBody,
  deploymentPath,
  freshDeployment,
  identityResource,
  propertiesOf,
  template,
  withVersion,
} from './testing/deploying.ts'

const arm = await startArm()
afterAll(() => arm.emulator.close())

/** Takes a while: the credentials of one identity wait for each other. */
function slowTemplate() {
  const name = freshName('id-slow')
  const credentials = Array.from({ length: 10 }, (_, index) =>
    credentialResource(`${name}/step-${index}`, `step-${index}`, {
      dependsOn: [index === 0 ? name : `${name}/step-${index - 1}`],
    }),
  )
  return template({ resources: [identityResource(name), ...credentials] })
}

test('a deployment is accepted with the address of its status and cannot be replaced while it runs', async () => {
  const path = deploymentPath(freshDeployment())
  const body = deploymentBody(slowTemplate())
  const accepted = await arm.call('PUT', withVersion(path), { body })
  expect(accepted.status).toBe(201)
  expect(propertiesOf(accepted)).toMatchObject({ provisioningState: 'Accepted', duration: 'PT0S' })
  const status = new URL(accepted.headers.get('azure-asyncoperation') ?? '')
  expect(status.pathname).toMatch(/\/operationStatuses\/\d{20}$/)
  const running = await arm.call('GET', `${status.pathname}${status.search}`)
  expect(running.body).toEqual({ status: 'Running' })
  const again = errorOf(await arm.call('PUT', withVersion(path), { body }))
  expect(again).toMatchObject({ status: 409, code: 'DeploymentActive' })
  expect(again.message).toMatch(
    /^Unable to edit or replace deployment 'main-\d+': previous deployment from '\d+\/\d+\/\d{4} \d+:\d\d:\d\d [AP]M' is still active \(expiration time is /,
  )
  expect(errorOf(await arm.call('DELETE', withVersion(path))).code).toBe('DeploymentActive')
  expect((await arm.call('POST', withVersion(`${path}/cancel`))).status).toBe(204)
})

test('a cancelled deployment ends as Canceled and leaves what it has written', async () => {
  const path = deploymentPath(freshDeployment())
  await arm.call('PUT', withVersion(path), { body: deploymentBody(slowTemplate()) })
  expect((await arm.call('POST', withVersion(`${path}/cancel`))).status).toBe(204)
  let state: unknown
  do state = propertiesOf(await arm.call('GET', withVersion(path))).provisioningState
  while (state === 'Running')
  expect(state).toBe('Canceled')
  const late = errorOf(await arm.call('POST', withVersion(`${path}/cancel`)))
  expect(late).toMatchObject({ status: 409, code: 'DeploymentCannotBeCancelled' })
})

test('a finished deployment is listed, exported and deleted; another under its name answers 200', async () => {
  const name = freshDeployment()
  const path = deploymentPath(name)
  const parts = template({ resources: [identityResource(freshName('id-history'))] })
  await deploy(arm, parts, { name })
  const list = await arm.call(
    'GET',
    `${withVersion(payGroup + deployments)}&$filter=provisioningState%20eq%20'Succeeded'`,
  )
  expect(namesIn(list)).toContain(name)
  const failed = await arm.call(
    'GET',
    `${withVersion(payGroup + deployments)}&$filter=provisioningState%20eq%20'Failed'`,
  )
  expect(namesIn(failed)).not.toContain(name)
  const exported = await arm.call('POST', withVersion(`${path}/exportTemplate`))
  expect(exported.body).toEqual({ template: parts })
  const again = await arm.call('PUT', withVersion(path), { body: deploymentBody(parts) })
  expect(again.status).toBe(200)
  await deploy(arm, parts, { name: freshDeployment() })
  const deleted = await arm.call('DELETE', withVersion(path))
  expect(deleted.status).toBe(202)
  const location = new URL(deleted.headers.get('location') ?? '')
  expect((await arm.call('GET', `${location.pathname}${location.search}`)).status).toBe(204)
  expect(errorOf(await arm.call('GET', withVersion(path)))).toEqual({
    status: 404,
    code: 'DeploymentNotFound',
    message: `Deployment '${name}' could not be found.`,
  })
  expect((await arm.call('DELETE', withVersion(path))).status).toBe(204)
})

const deployments = '/providers/Microsoft.Resources/deployments'

const forbidden: [method: string, suffix: string][] = [
  ['PUT', ''],
  ['DELETE', ''],
  ['POST', '/validate'],
  ['POST', '/whatIf'],
  ['POST', '/cancel'],
]

test.each(forbidden)('a reader may not %s a deployment%s', async (method, suffix) => {
  const body = deploymentBody(template({}))
  const path = withVersion(`${deploymentPath('forbidden')}${suffix}`)
  const refused = errorOf(await arm.call(method, path, { as: 'reader', body }))
  expect(refused).toMatchObject({ status: 403, code: 'AuthorizationFailed' })
  expect(refused.message).toContain("'Microsoft.Resources/deployments/")
})

test('a deployment that a stopped emulator left unfinished has failed after the next start', async () => {
  const dataFolder = mkdtempSync(join(tmpdir(), 'emulator-'))
  const first = await startTestEmulator({ dataFolder })
  const id = deploymentPath('left')
  first.world.store.deployments.put(id.toLowerCase(), {
    id,
    name: 'left',
    scope: payGroup,
    location: null,
    properties: { provisioningState: 'Running', timestamp: '2026-11-22T00:00:00.000Z' },
    operations: [],
  })
  await first.close()
  const second = await startTestEmulator({ dataFolder })
  const response = await second.fetch(`${second.httpsOrigin}${withVersion(id)}`, {
    headers: { authorization: `Bearer ${await mintToken(second.world, 'developer')}` },
  })
  const body: unknown = await response.json()
  await second.close()
  rmSync(dataFolder, { recursive: true })
  expect(isRecord(body) ? body.properties : undefined).toMatchObject({
    provisioningState: 'Failed',
    error: { code: 'DeploymentFailed', target: id },
  })
})
