import { InventoryScan, portalHeader } from '@trustwright/shared-schemas'
import { expect, test } from 'vitest'
import { buildTestApp, type SignedInBrowser } from '../../testing/build-test-app.ts'
import { forThisFile } from '../../testing/for-this-file.ts'
import { ended, startPass } from '../../testing/inventory-steps.ts'
import { originOf, quickly, startInventoryWorld } from '../../testing/inventory-world.ts'
import { noFindings } from '../../testing/no-findings.ts'
import { requestsDuring } from '../../testing/requests-arrived.ts'

const world = forThisFile(startInventoryWorld)

/** Events of the open pass until its end. */
async function follow(origin: string, { cookie }: SignedInBrowser): Promise<InventoryScan[]> {
  const answer = await fetch(`${origin}/api/inventory/events`, {
    headers: { [portalHeader.name]: portalHeader.value, 'sec-fetch-site': 'same-origin', cookie },
  })
  expect([answer.status, answer.headers.get('content-type')]).toEqual([
    200,
    'text/event-stream; charset=utf-8',
  ])
  const blocks = (await answer.text()).split('\n\n').filter((block) => block.startsWith('id: '))
  return blocks.map((block) => InventoryScan.parse(JSON.parse(block.replace(/^id: \d+\ndata: /, ''))))
}

test('throttles of Graph, Resource Graph and ARM are waited out once, shown as they come, and not multiplied by replicas', async () => {
  const { postgres, emulator } = world
  // Replicas share their keys.
  const environment = { ...quickly, SESSION_KEYS: `k1:${Buffer.alloc(32, 7).toString('base64')}` }
  const replica = { postgres, emulator, environment, overrides: { findings: noFindings() } }
  const one = await buildTestApp(replica)
  const two = await buildTestApp({ ...replica, connectionString: one.connectionString })
  const origin = await originOf(one)
  await originOf(two)
  const [dana, robin] = [await one.signedIn('developer'), await two.signedIn('reader')]
  const areas = ['graph/list-applications', 'arm/post-query', 'arm/list-subscriptions']
  for (const operation of areas) {
    await world.fault({
      match: { operation, caller: 'dana@contoso.onmicrosoft.com' },
      mode: { next: 1 },
      effect: { status: 429, code: 'TooManyRequests', retryAfterSeconds: 2 },
    })
  }
  let told: InventoryScan[] = []
  const arrived = await requestsDuring(world.emulator, async () => {
    await Promise.all([startPass(dana), startPass(robin)])
    told = await follow(origin, dana)
    await Promise.all([ended(dana), ended(robin)])
  })
  const waiting = told.filter(({ state, waitingFor }) => state === 'waiting' && waitingFor === 'azure')
  expect(waiting.some(({ waitingUntil }) => waitingUntil !== null)).toBe(true)
  expect(told.at(-1)).toMatchObject({ state: 'finished', applicationsUnreadable: 0 })
  const times = (name: string) => arrived.filter((each) => each === name).length
  // Two people, one list of subscriptions each, and the one that was told to wait.
  expect(times('arm/list-subscriptions')).toBe(3)
  await two.close()
  await one.close()
})
