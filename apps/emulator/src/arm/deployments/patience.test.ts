import { expect, test } from 'vitest'
import { startArm } from '../testing/testing-client.ts'
import { freshName } from '../testing/testing-places.ts'
import {
  credentialResource,
  deploy,
  identityResource,
  outputsOf,
  propertiesOf,
  template,
} from './testing/deploying.ts'

test('a throttled write waits as long as it is told and is tried again', async () => {
  const arm = await startArm()
  const name = freshName('id-throttled')
  Object.assign(arm.emulator.world.reality, { throttleScale: 4, throttleBurstSeconds: 1 })
  const parts = [identityResource(name), credentialResource(`${name}/github`, 'prod', { dependsOn: [name] })]
  const deployment = await deploy(arm, template({ resources: parts }))
  await arm.emulator.close()
  const { provisioningState, duration } = propertiesOf(deployment)
  expect(provisioningState).toBe('Succeeded')
  expect(Number(/^PT([\d.]+)S$/.exec(String(duration))?.[1])).toBeGreaterThan(0.9)
})

test('what a deployment has written can be referred to before reads see it', async () => {
  const arm = await startArm()
  const name = freshName('id-unseen')
  arm.emulator.world.reality.armVisibilityMs = 60_000
  const deployment = await deploy(
    arm,
    template({
      resources: [identityResource(name)],
      outputs: { clientId: { type: 'string', value: `[reference('${name}').clientId]` } },
    }),
  )
  await arm.emulator.close()
  expect(outputsOf(deployment).clientId).toMatch(/^[0-9a-f-]{36}$/)
})
