import type { SetUpItem } from '@trustwright/shared-schemas'
import { expect, test } from 'vitest'
import { saysNothing } from '../../domain/github-looks.ts'
import { trustOf } from '../../testing/set-up-steps.ts'
import { syntheticArm, toSubscription } from '../../testing/synthetic-arm.ts'
import { syntheticDirectory } from '../../testing/synthetic-directory.ts'
import { virtualTime } from '../../testing/virtual-time.ts'
import { dryRunSetUp } from './dry-run-set-up.ts'
import { createKeptLooks } from './looking.ts'
import { createWritePace } from '../../domain/write-pace.ts'

const { subscriptionId } = toSubscription(1)
const callerOf = (sessionId: string) => ({
  sessionId,
  objectId: 'o',
  tenantId: 't',
  username: 'dana@contoso.com',
})
const dana = callerOf('one')
/** Azure's. */
const pace = {
  writesPerSecondPerIdentity: 0.25,
  writesPerSecondPerSubscription: 2,
  writesPerSecondPerTenant: 10,
  listsPerSecondPerSubscription: 5,
}

/** A portal over 2,000 identities of one trust each, in time that passes only when everybody waits. */
function portal() {
  const { clock, timer } = virtualTime()
  const asked = { identities: 0, permissions: 0, lists: [] as number[] }
  const size = { subscriptions: 1, identitiesEach: 2000, trustsEach: 1 }
  const whole = syntheticArm(size)
  const arm = syntheticArm(size, {
    listIdentities: (...of) => {
      asked.identities += 1
      return whole.listIdentities(...of)
    },
    listCredentials: (...of) => {
      asked.lists.push(clock.now())
      return whole.listCredentials(...of)
    },
    listPermissions: async () => {
      asked.permissions += 1
      return [{ actions: ['*'], notActions: [] }]
    },
  })
  const deps = {
    arm,
    clock,
    directory: syntheticDirectory(),
    github: { look: async () => saysNothing },
    guardrails: { guard: async () => ({ trust: () => [], role: () => [] }) },
    pace,
    cloud: 'public' as const,
    regionsWithoutTrusts: [],
    writePace: createWritePace(pace, clock, timer),
    keptLooks: createKeptLooks(clock),
  }
  const ask = (items: readonly SetUpItem[], caller = dana) =>
    dryRunSetUp(deps, caller, { items: [...items], skipRefused: false })
  return { ask, asked, clock, pause: (ms: number) => timer.pause(ms, new AbortController().signal) }
}

/** So many rows over so many identities; the first row of each asks for the trust that is stored on it. */
function rows(count: number, identities: number): SetUpItem[] {
  return Array.from({ length: count }, (_, index) => {
    const identityName = `id-${(index % identities) + 1}`
    const { issuer, audiences } = trustOf('trust-1')
    const subject = `repo:contoso/${identityName}-1:ref:refs/heads/main`
    const there = { name: 'trust-1', issuer, audiences, subject }
    return {
      key: `row ${index}`,
      parent: { kind: 'managedIdentity', subscriptionId, resourceGroup: 'rg', identityName },
      trusts: [index < identities ? there : trustOf(`more-${index}`)],
      roles: [],
    }
  })
}

test('ten thousand rows over five hundred stored identities are judged whole, within the pace of Azure’s lists', async () => {
  const { ask, asked, clock } = portal()
  const items = rows(10_000, 500)
  const unread: number[] = []
  const startedAt = clock.now()
  let plan = await ask(items)
  for (; plan.unread > 0; plan = await ask(items)) {
    unread.push(plan.unread)
    // What was not read is never told as settled.
    expect(plan.counts.unknown).toBe(plan.unread * 20)
    expect(plan.items.length).toBe(10_000)
  }
  expect(plan.counts).toEqual({ create: 9500, 'already-there': 500, conflict: 0, refused: 0, unknown: 0 })
  expect(unread).toHaveLength(2)
  expect(unread).toEqual(unread.toSorted((one, other) => other - one))
  // Only the identities that the rows name, each once, and everything else once for all of them.
  expect(asked.lists).toHaveLength(500)
  expect([asked.identities, asked.permissions]).toEqual([1, 1])
  expect(clock.now() - startedAt).toBeGreaterThanOrEqual(98_000)
  for (const from of asked.lists) {
    const within = asked.lists.filter((at) => at >= from && at < from + 10_000)
    expect(within.length).toBeLessThanOrEqual(55)
  }
})

test.each<[string, (of: ReturnType<typeof portal>, items: SetUpItem[]) => Promise<unknown>]>([
  ['another sign-in', ({ ask }, items) => ask(items, callerOf('two'))],
  ['other rows', ({ ask }, items) => ask(items.slice(1))],
  [
    'five minutes later',
    async ({ ask, pause }, items) => {
      await pause(301_000)
      return ask(items)
    },
  ],
])('%s begins anew', async (_, again) => {
  const of = portal()
  const items = rows(400, 400)
  const { unread } = await of.ask(items)
  expect(unread).toBeGreaterThan(150)
  expect(await again(of, items)).toMatchObject({ unread: expect.any(Number) })
  expect(of.asked.identities).toBe(2)
})

test('what was answered whole is read again when it is asked again', async () => {
  const { ask, asked } = portal()
  const items = rows(10, 10)
  expect((await ask(items)).unread).toBe(0)
  expect((await ask(items)).unread).toBe(0)
  expect([asked.identities, asked.lists.length]).toEqual([2, 20])
})
