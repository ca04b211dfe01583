import type { InventoryPage, InventoryRow, InventoryScan } from '@trustwright/shared-schemas'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inventoryScan } from '../../db/schema.ts'
import { PortalError } from '../../errors.ts'
import type { Arm } from '../../ports.ts'
import { buildTestApp, type SignedInBrowser, type TestApp } from '../../testing/build-test-app.ts'
import { call } from '../../testing/portal-world.ts'
import { syntheticArm, toSubscription } from '../../testing/synthetic-arm.ts'
import { applicationWithTrust as application, syntheticDirectory } from '../../testing/synthetic-directory.ts'
import { startTestPostgres, type TestPostgres } from '../../testing/test-postgres.ts'
import { beginOrJoin, findLatest, finishScan, silentMs, stopSilentScans } from './scan-store.ts'

let postgres: TestPostgres
beforeAll(async () => {
  postgres = await startTestPostgres()
}, 60_000)
afterAll(() => postgres.close())

const quickly = {
  INVENTORY_LISTS_PER_SECOND_PER_SUBSCRIPTION: '1000',
  INVENTORY_LISTS_PER_SECOND_PER_TENANT: '1000',
}
const small = { subscriptions: 2, identitiesEach: 2, trustsEach: 2 }

/** A portal over this ARM, used by one person; closed again afterwards. */
async function withPortal(
  arm: Arm,
  work: (portal: TestApp, dana: SignedInBrowser) => Promise<void>,
  directory = syntheticDirectory(),
) {
  const portal = await buildTestApp({ postgres, overrides: { arm, directory }, environment: quickly })
  try {
    await work(portal, await portal.signedIn('developer'))
  } finally {
    await portal.close()
  }
}

async function start(browser: SignedInBrowser): Promise<InventoryScan> {
  const { status, body } = await call<InventoryScan>(browser, 'POST', '/api/inventory')
  expect(status).toBe(202)
  return body
}

async function ended(browser: SignedInBrowser, scanId: string): Promise<InventoryPage> {
  const read = async () => (await call<InventoryPage>(browser, 'GET', `/api/inventory/${scanId}`)).body
  await expect.poll(async () => (await read()).scan.state, { timeout: 15_000 }).not.toBe('running')
  return read()
}

test('six thousand trusts are all read, numbered without a gap, and paged', async () => {
  await withPortal(
    syntheticArm({ subscriptions: 4, identitiesEach: 300, trustsEach: 5 }),
    async (_, dana) => {
      const { scanId } = await start(dana)
      expect((await ended(dana, scanId)).scan).toMatchObject({
        state: 'finished',
        subscriptionsFound: 4,
        identitiesFound: 1200,
        identitiesRead: 1200,
        identitiesUnreadable: 0,
        trustsFound: 6000,
        secondsLeft: 0,
      })
      const rows: InventoryRow[] = []
      for (let after = 0; ;) {
        const address = `/api/inventory/${scanId}?after=${after}&limit=1700`
        const { body } = await call<InventoryPage>(dana, 'GET', address)
        rows.push(...body.rows)
        if (body.nextAfter === after) break
        after = body.nextAfter
      }
      expect(rows.map(({ ordinal }) => ordinal)).toEqual(
        Array.from({ length: 6000 }, (__, index) => index + 1),
      )
      expect(new Set(rows.map(({ trust }) => trust.resourceId)).size).toBe(6000)
      expect(rows.every(({ trust }) => trust.firstSeenAt !== null)).toBe(true)
    },
  )
})

test('what cannot be read is recorded with its reason, and the rest is read', async () => {
  const whole = syntheticArm({ subscriptions: 3, identitiesEach: 3, trustsEach: 1 })
  const hidden = toSubscription(2).subscriptionId
  const arm: Arm = {
    ...whole,
    listIdentities: async (caller, subscriptionId) => {
      if (subscriptionId === hidden) throw new PortalError('FORBIDDEN', { detail: 'No role here.' })
      return whole.listIdentities(caller, subscriptionId)
    },
    listCredentials: async (caller, path) => {
      if (path.identityName === 'id-1') throw new PortalError('UPSTREAM_FAILED')
      if (path.identityName === 'id-2') throw new PortalError('NOT_FOUND')
      return whole.listCredentials(caller, path)
    },
  }
  await withPortal(arm, async (_, dana) => {
    const { scan, unreadable, rows } = await ended(dana, (await start(dana)).scanId)
    expect(scan).toMatchObject({
      state: 'finished',
      subscriptionsUnreadable: 1,
      identitiesUnreadable: 2,
      identitiesRead: 4,
      trustsFound: 2,
    })
    expect(rows.map(({ trust }) => trust.parent)).toEqual([
      expect.objectContaining({ identityName: 'id-3' }),
      expect.objectContaining({ identityName: 'id-3' }),
    ])
    expect(unreadable).toContainEqual({
      kind: 'subscription',
      scope: `/subscriptions/${hidden}`,
      displayName: 'Contoso 2',
      code: 'FORBIDDEN',
      reason: 'No role here.',
    })
    expect(
      unreadable.filter(({ kind, code }) => kind === 'identity' && code === 'UPSTREAM_FAILED'),
    ).toHaveLength(2)
  })
})

test.each([
  ['SESSION_ENDED', 'sign-in ended'],
  ['STEP_UP_REQUIRED', 'sign in again'],
] as const)('%s stops the pass with a reason, and keeps what was read', async (code, words) => {
  const whole = syntheticArm({ subscriptions: 1, identitiesEach: 40, trustsEach: 1 })
  let lists = 0
  const arm: Arm = {
    ...whole,
    listCredentials: async (caller, path) => {
      lists += 1
      if (lists > 20) throw new PortalError(code)
      return whole.listCredentials(caller, path)
    },
  }
  await withPortal(arm, async (_, dana) => {
    const { scan, rows } = await ended(dana, (await start(dana)).scanId)
    expect(scan.state).toBe('stopped')
    expect(scan.stoppedBecause).toContain(words)
    expect(rows).toHaveLength(20)
    expect(lists).toBeLessThan(30)
  })
})

test('a fault of the portal stops the pass without inner words', async () => {
  const arm = syntheticArm(small, { listSubscriptions: () => Promise.reject(new Error('secret-inner-text')) })
  await withPortal(arm, async (_, dana) => {
    const { scan } = await ended(dana, (await start(dana)).scanId)
    expect(scan.stoppedBecause).toContain('fault of its own')
    expect(JSON.stringify(scan)).not.toContain('secret')
  })
})

test('a pass that runs is joined, in every replica; another person has their own', async () => {
  const gate = Promise.withResolvers<void>()
  const whole = syntheticArm(small)
  const arm: Arm = {
    ...whole,
    listSubscriptions: async (caller) => {
      await gate.promise
      return whole.listSubscriptions(caller)
    },
  }
  await withPortal(arm, async (portal, dana) => {
    const { connectionString } = portal
    const other = await buildTestApp({ postgres, overrides: { arm }, environment: quickly, connectionString })
    const starts = await Promise.all([start(dana), start(dana), start(await other.signedIn('developer'))])
    expect(new Set(starts.map(({ scanId }) => scanId)).size).toBe(1)
    const robin = await portal.signedIn('reader')
    const theirs = await start(robin)
    expect(theirs.scanId).not.toBe(starts[0].scanId)
    const foreign = await call(robin, 'GET', `/api/inventory/${starts[0].scanId}`)
    expect([foreign.status, foreign.body.code]).toEqual([404, 'NOT_FOUND'])
    gate.resolve()
    await ended(dana, starts[0].scanId)
    await ended(robin, theirs.scanId)
    await other.close()
  })
})

test('a new pass replaces the older one when it is complete', async () => {
  await withPortal(syntheticArm(small), async (_, dana) => {
    const first = await start(dana)
    await ended(dana, first.scanId)
    const second = await start(dana)
    await ended(dana, second.scanId)
    expect((await call(dana, 'GET', `/api/inventory/${first.scanId}`)).status).toBe(404)
    const latest = await call<{ scan: InventoryScan }>(dana, 'GET', '/api/inventory/latest')
    expect(latest.body.scan.scanId).toBe(second.scanId)
  })
})

test('who never read has no pass', async () => {
  await withPortal(syntheticArm(small), async (_, dana) => {
    expect((await call(dana, 'GET', '/api/inventory/latest')).body).toEqual({ scan: null })
    const unknown = '/api/inventory/11111111-2222-4333-8444-555555555555'
    expect((await call(dana, 'GET', unknown)).body.code).toBe('NOT_FOUND')
  })
})

test('a portal that shuts down stops its passes with a reason', async () => {
  const arm = syntheticArm({ subscriptions: 1, identitiesEach: 3000, trustsEach: 1 })
  const environment = { ...quickly, INVENTORY_LISTS_PER_SECOND_PER_TENANT: '10' }
  const portal = await buildTestApp({ postgres, overrides: { arm }, environment })
  const { scanId } = await start(await portal.signedIn('developer'))
  await portal.app.close()
  const [row] = await portal.database.select().from(inventoryScan)
  await portal.pool.end()
  expect(row).toMatchObject({ scanId, state: 'stopped' })
  expect(row?.stoppedBecause).toContain('shut down')
})

test('a pass whose process died is shown as stopped, and does not block a new one', async () => {
  await withPortal(syntheticArm(small), async ({ clock, database }, dana) => {
    const first = await start(dana)
    await ended(dana, first.scanId)
    // As a killed process leaves it: running, and silent since.
    await database
      .update(inventoryScan)
      .set({ state: 'running', heartbeatAt: new Date(clock.now() - 11_000) })
    const { body } = await call<{ scan: InventoryScan }>(dana, 'GET', '/api/inventory/latest')
    expect(body.scan).toMatchObject({ state: 'stopped', scanId: first.scanId })
    expect(body.scan.stoppedBecause).toContain('restarted')
    expect((await start(dana)).scanId).not.toBe(first.scanId)
  })
})

test('a pass that was given up for dead and then ends does not remove the newer one', async () => {
  await withPortal(syntheticArm(small), async ({ database, clock }) => {
    const caller = { sessionId: 's', tenantId: 't', objectId: 'o', username: 'dana' }
    const now = () => new Date(clock.now())
    const old = await beginOrJoin(database, now(), caller, 'process-1')
    clock.advance(silentMs + 1)
    await stopSilentScans(database, now())
    const newer = await beginOrJoin(database, now(), caller, 'process-2')
    await finishScan(database, now(), caller, old.scan.scanId)
    expect(newer.begun).toBe(true)
    expect((await findLatest(database, caller))?.scanId).toBe(newer.scan.scanId)
  })
})

test.each([
  ['the first page', 1, { applicationsFound: 0, applicationsRead: 0, applicationsUnreadable: 0 }, 0],
  ['the second page', 2, { applicationsFound: 5, applicationsRead: 2, applicationsUnreadable: 3 }, 2],
])(
  'when Graph refuses %s the pass tells what is left, and reads the rest',
  async (_, refused, counts, rows) => {
    let page = 0
    const directory = syntheticDirectory({
      listApplicationsWithTrusts: async (__, cursor) => {
        page += 1
        if (page === refused) throw new PortalError('FORBIDDEN')
        expect(cursor).toBeNull()
        return { found: [application(1), application(2)], broken: [], total: 5, nextCursor: 'next' }
      },
    })
    await withPortal(
      syntheticArm(small),
      async (__, dana) => {
        const { scanId } = await start(dana)
        const all = await ended(dana, scanId)
        expect(all.scan).toMatchObject({ state: 'finished', identitiesRead: 4, ...counts })
        expect(all.rows.filter(({ applicationName }) => applicationName !== undefined)).toHaveLength(rows)
        expect(all.unreadable).toEqual([
          expect.objectContaining({ kind: 'directory', scope: '/applications', code: 'FORBIDDEN' }),
        ])
      },
      directory,
    )
  },
)

test.each([
  ['broke off the trusts of one', [application(2).application], 2, 'application', /broke off/],
  ['counted one more than it listed', [], 2, 'directory', /counted 1 more/],
])('where Graph %s, the pass says so and counts it', async (_, broken, total, kind, reason) => {
  const directory = syntheticDirectory({
    listApplicationsWithTrusts: async () => ({ found: [application(1)], broken, total, nextCursor: null }),
  })
  await withPortal(
    syntheticArm(small),
    async (__, dana) => {
      const { scanId } = await start(dana)
      const all = await ended(dana, scanId)
      expect(all.scan).toMatchObject({ applicationsFound: 2, applicationsRead: 1, applicationsUnreadable: 1 })
      expect(all.unreadable).toEqual([
        expect.objectContaining({ kind, reason: expect.stringMatching(reason), code: 'UPSTREAM_FAILED' }),
      ])
    },
    directory,
  )
})
