import { afterAll, expect, test } from 'vitest'
import { testClock } from '../../testing/test-clock.ts'
import { errorOf, mintToken, startArm, type ArmAnswer } from '../testing/testing-client.ts'
import {
  credentialBody,
  development,
  freshName,
  makeIdentity,
  payGroup,
  payIdentity,
} from '../testing/testing-places.ts'

const clock = testClock()
const arm = await startArm({ clock })
const { reality } = arm.emulator.world
afterAll(() => arm.emulator.close())

/** Runs with the limits on, in a fresh hour, so that no test spends what another needs. */
async function limited<T>(scale: number, run: () => Promise<T>): Promise<T> {
  clock.advance(3_600_000)
  reality.throttleScale = scale
  try {
    return await run()
  } finally {
    reality.throttleScale = 0
  }
}

async function untilRefused(
  call: () => Promise<ArmAnswer>,
  most: number,
): Promise<{ passed: number; refused: ArmAnswer }> {
  for (let passed = 0; passed <= most; passed += 1) {
    const refused = await call()
    if (refused.status === 429) return { passed, refused }
  }
  throw new Error(`${most} calls were not refused`)
}

test('a caller reads 25 times at a tenth of the limits, then waits as long as told', async () => {
  await limited(0.1, async () => {
    const read = () => arm.call('GET', payGroup)
    const { passed, refused } = await untilRefused(read, 30)
    expect(passed).toBe(25)
    expect(errorOf(refused)).toMatchObject({ code: 'SubscriptionRequestsThrottled' })
    expect(errorOf(refused).message).toContain("Number of 'read' requests for subscription")
    expect(refused.headers.get('retry-after')).toBe('1')
    expect(refused.headers.get('x-ms-ratelimit-remaining-subscription-reads')).toBe('0')
    clock.advance(900)
    expect((await read()).status).toBe(429)
    clock.advance(1000)
    expect((await read()).status).toBe(200)
  })
})

test('another caller, another subscription and another kind have buckets of their own', async () => {
  await limited(0.1, async () => {
    await untilRefused(() => arm.call('GET', payGroup), 30)
    expect((await arm.call('GET', payGroup, { as: 'reader' })).status).toBe(200)
    expect((await arm.call('GET', '/subscriptions')).status).toBe(200)
    expect((await arm.call('PATCH', payGroup, { body: {} })).status).toBe(200)
  })
})

test('reads of the tenant are limited too', async () => {
  await limited(0.1, async () => {
    const { passed, refused } = await untilRefused(() => arm.call('GET', '/tenants'), 30)
    expect(passed).toBe(25)
    expect(errorOf(refused)).toMatchObject({ code: 'TenantRequestsThrottled' })
  })
})

test('what is left sinks with each request and comes back', async () => {
  await limited(1, async () => {
    const left = async () =>
      Number((await arm.call('GET', payGroup)).headers.get('x-ms-ratelimit-remaining-subscription-reads'))
    const first = await left()
    expect(first).toBe(249)
    expect(await left()).toBe(248)
    clock.advance(10_000)
    expect(await left()).toBe(249)
  })
})

test('an identity takes 15 credential writes in a burst, then one every 4 seconds', async () => {
  const identity = await makeIdentity(arm)
  await limited(1, async () => {
    const write = () => {
      const name = freshName('fic')
      return arm.call('PUT', `${identity}/federatedIdentityCredentials/${name}`, {
        body: credentialBody(name),
      })
    }
    const { passed, refused } = await untilRefused(write, 20)
    expect(passed).toBe(15)
    expect(errorOf(refused)).toMatchObject({ code: 'TooManyRequests' })
    const wait = Number(refused.headers.get('retry-after'))
    expect(wait).toBeGreaterThan(1)
    clock.advance(wait * 1000)
    expect((await write()).status).toBe(201)
  })
})

test('a burst of no seconds leaves one request', async () => {
  reality.throttleBurstSeconds = 0
  await limited(1, async () => {
    const { passed } = await untilRefused(() => arm.call('GET', payIdentity), 3)
    expect(passed).toBe(1)
  })
  reality.throttleBurstSeconds = 60
})

test('listing the credentials of many identities trips the limit of the subscription', async () => {
  const identities = await Promise.all(Array.from({ length: 12 }, () => makeIdentity(arm)))
  await limited(0.02, async () => {
    const statuses: number[] = []
    for (const identity of identities) {
      statuses.push((await arm.call('GET', `${identity}/federatedIdentityCredentials`)).status)
    }
    expect(statuses.filter((status) => status === 200).length).toBeLessThan(12)
    expect(statuses).toContain(429)
  })
})

test('all callers of a subscription together have 15 times what one has', async () => {
  const { world } = arm.emulator
  const [, payload = ''] = (await mintToken(world, 'developer')).split('.')
  const claims: Record<string, unknown> = JSON.parse(Buffer.from(payload, 'base64url').toString())
  await limited(0.01, async () => {
    const readAsSomebody = async () => {
      const now = Math.floor(world.clock.now() / 1000)
      const times = { iat: now, nbf: now, exp: now + 3599 }
      const token = await world.keys.sign('entra', { ...claims, ...times, oid: world.newGuid() })
      return arm.call('GET', payGroup, { token })
    }
    const { passed, refused } = await untilRefused(readAsSomebody, 40)
    expect(passed).toBe(37)
    expect(errorOf(refused).message).not.toContain('actor')
  })
})

test('without limits nothing is refused, and the headers are those of Azure', async () => {
  for (let count = 0; count < 40; count += 1) {
    expect((await arm.call('GET', `${development}/locations`)).status).toBe(200)
  }
})
