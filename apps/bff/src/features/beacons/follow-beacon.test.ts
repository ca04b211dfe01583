import type { NewBeacon } from '@trustwright/shared-schemas'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { SignedInBrowser } from '../../testing/build-test-app.ts'
import { call, development, startPortalWorld, type PortalWorld } from '../../testing/portal-world.ts'

const identity = {
  subscriptionId: development,
  resourceGroup: 'rg-pay-dev',
  identityName: 'id-pay-runtime-dev',
}

let world: PortalWorld
let dana: SignedInBrowser
let address: string
beforeAll(async () => {
  world = await startPortalWorld()
  dana = await world.portal.signedIn('developer')
  const trust = { parent: { kind: 'managedIdentity', ...identity }, trustName: 'pay-api-pods' }
  const { body } = await call<NewBeacon>(dana, 'POST', '/api/beacons', trust)
  const origin = await world.portal.app.listen({ port: 0, host: '127.0.0.1' })
  address = `${origin}/api/beacons/${body.beacon.beaconId}/events`
}, 60_000)
afterAll(async () => {
  for (const leaving of open) leaving.abort()
  await world.close()
})
const open = new Set<AbortController>()

/** As a tab that shows the beacon; its place is taken once the stream has said something. */
async function openTab() {
  const leaving = new AbortController()
  open.add(leaving)
  const answer = await fetch(address, {
    headers: { cookie: dana.cookie, 'x-trustwright': '1', 'sec-fetch-site': 'same-origin' },
    signal: leaving.signal,
  })
  if (answer.status === 200) await answer.body?.getReader().read()
  return { answer, leave: () => leaving.abort() }
}

test('the seventh open page of one person is refused, and one that is closed makes room', async () => {
  const tabs = await Promise.all(Array.from({ length: 6 }, openTab))
  expect(tabs.map(({ answer }) => answer.status)).toEqual(Array.from({ length: 6 }, () => 200))
  const { answer } = await openTab()
  expect([answer.status, await answer.json()]).toEqual([
    429,
    expect.objectContaining({ code: 'TOO_MANY_REQUESTS' }),
  ])
  tabs[0]?.leave()
  await expect.poll(async () => (await openTab()).answer.status).toBe(200)
})
