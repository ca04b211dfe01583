import { afterAll, expect, test } from 'vitest'
import { startArm } from '../testing/testing-client.ts'
import { development } from '../testing/testing-places.ts'

let now = Date.now()
const arm = await startArm({ clock: { now: () => now } })
afterAll(() => arm.emulator.close())

test('the deletion of a group is reported as running for half a second, then as done', async () => {
  const path = `${development}/resourceGroups/rg-short-lived`
  await arm.call('PUT', path, { body: { location: 'westeurope' } })
  const { headers } = await arm.call('DELETE', path)
  const poll = headers.get('location')?.slice(arm.emulator.httpsOrigin.length) ?? ''
  const running = await arm.call('GET', poll)
  expect(running.status).toBe(202)
  expect(running.headers.get('location')).toBe(headers.get('location'))
  expect(running.headers.get('retry-after')).toBe('1')
  now += 500
  expect((await arm.call('GET', poll)).status).toBe(200)
})
