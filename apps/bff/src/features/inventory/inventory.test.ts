import { gunzipSync } from 'node:zlib'
import type { InventoryPage, InventoryScan } from '@trustwright/shared-schemas'
import { expect, test } from 'vitest'
import { PortalError } from '../../errors.ts'
import type { Arm } from '../../ports.ts'
import { buildTestApp, type SignedInBrowser, type TestApp } from '../../testing/build-test-app.ts'
import { forThisFile } from '../../testing/for-this-file.ts'
import { call } from '../../testing/portal-world.ts'
import { ended, readWhole, startPass } from '../../testing/inventory-steps.ts'
import { quickly } from '../../testing/inventory-world.ts'
import { noFindings } from '../../testing/no-findings.ts'
import { syntheticArm, toSubscription } from '../../testing/synthetic-arm.ts'
import { applicationWithTrust as application, syntheticDirectory } from '../../testing/synthetic-directory.ts'
import { startTestPostgres } from '../../testing/test-postgres.ts'

const postgres = forThisFile(startTestPostgres)

const small = { subscriptions: 2, identitiesEach: 2, trustsEach: 2 }

/** A portal over this ARM, used by one person; closed again afterwards. */
async function withPortal(
  arm: Arm,
  work: (portal: TestApp, dana: SignedInBrowser) => Promise<void>,
  directory = syntheticDirectory(),
) {
  const portal = await buildTestApp({
    postgres,
    overrides: { arm, directory, findings: noFindings() },
    environment: quickly,
  })
  try {
    await work(portal, await portal.signedIn('developer'))
  } finally {
    await portal.close()
  }
}

test('a thousand trusts are all read identity by identity, and paged without a gap', async () => {
  await withPortal(syntheticArm({ subscriptions: 4, identitiesEach: 50, trustsEach: 5 }), async (_, dana) => {
    await startPass(dana)
    const scan = await ended(dana)
    expect(scan).toMatchObject({
      state: 'finished',
      number: 1,
      subscriptionsFound: 4,
      identitiesFound: 200,
      identitiesRead: 200,
      identitiesUnreadable: 0,
      trustsFound: 1000,
      secondsLeft: 0,
    })
    const { rows, parents } = await readWhole(dana, 333)
    expect(parents).toHaveLength(200)
    expect(new Set(rows.map(({ trust }) => trust.resourceId)).size).toBe(1000)
    expect(new Set(rows.map(({ revision }) => revision)).size).toBe(1000)
    expect(rows.every(({ trust }) => trust.firstSeenAt !== null)).toBe(true)
    expect(rows.every(({ subscriptionName }) => subscriptionName.startsWith('Contoso'))).toBe(true)
    const [one] = parents
    const ofOne = await readWhole(dana, 5000, `&parent=${one?.key ?? ''}`)
    expect([ofOne.parents, ofOne.rows.length]).toEqual([[one], 5])
    expect(new Set(ofOne.rows.map(({ parentKey }) => parentKey))).toEqual(new Set([one?.key]))
    const url = '/api/inventory/rows?limit=5000'
    const packed = await dana.inject({ url, headers: { 'accept-encoding': 'br, gzip' } })
    const plain = await dana.inject({ url })
    expect([packed.headers['content-encoding'], plain.headers['content-encoding']]).toEqual([
      'gzip',
      undefined,
    ])
    expect(packed.rawPayload.length).toBeLessThan(plain.rawPayload.length / 8)
    expect(gunzipSync(packed.rawPayload).toString()).toBe(plain.payload)
  })
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
    await startPass(dana)
    const scan = await ended(dana)
    const { unreadable, rows } = await readWhole(dana)
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
    const failed = unreadable.filter(({ kind, code }) => kind === 'identity' && code === 'UPSTREAM_FAILED')
    expect(failed).toHaveLength(2)
    const parent = failed[0]?.scope.toLowerCase() ?? ''
    expect((await readWhole(dana, 5000, `&parent=${parent}`)).unreadable).toEqual([failed[0]])
  })
})

test('a fault of the portal stops the pass without inner words', async () => {
  const arm = syntheticArm(small, { listSubscriptions: () => Promise.reject(new Error('secret-inner-text')) })
  await withPortal(arm, async (_, dana) => {
    await startPass(dana)
    const scan = await ended(dana)
    expect(scan.stoppedBecause).toContain('fault of its own')
    expect(JSON.stringify(scan)).not.toContain('secret')
  })
})

test('who never read has nothing; an unknown snapshot is refused', async () => {
  await withPortal(syntheticArm(small), async (_, dana) => {
    expect((await call(dana, 'GET', '/api/inventory/latest')).body).toEqual({ scan: null })
    expect((await call<InventoryPage>(dana, 'GET', '/api/inventory/rows')).body).toEqual({
      scan: null,
      unreadable: [],
      rows: [],
      parents: [],
      gone: [],
      nextAfter: '0',
      hasMore: false,
    })
    expect((await call(dana, 'GET', '/api/inventory/rows?snapshot=1')).body.code).toBe('NOT_FOUND')
    expect((await call(dana, 'GET', '/api/inventory/compare?from=1&to=2')).body.code).toBe('NOT_FOUND')
    expect((await call(dana, 'GET', '/api/inventory/events')).body.code).toBe('NOT_FOUND')
    const portal = await call(dana, 'GET', '/api/inventory/latest?of=portal')
    expect([portal.status, portal.body.code]).toEqual([403, 'FORBIDDEN'])
  })
})

test('a pass that runs is joined, in every replica; another person has their own and waits for its turn', async () => {
  const gate = Promise.withResolvers<void>()
  const whole = syntheticArm(small)
  let atOnce = 0
  let most = 0
  const arm: Arm = {
    ...whole,
    listSubscriptions: async (caller) => {
      atOnce += 1
      most = Math.max(most, atOnce)
      await gate.promise
      atOnce -= 1
      return whole.listSubscriptions(caller)
    },
  }
  await withPortal(arm, async (portal, dana) => {
    const { connectionString } = portal
    const other = await buildTestApp({
      postgres,
      overrides: { arm, findings: noFindings() },
      environment: quickly,
      connectionString,
    })
    const starts = await Promise.all([
      startPass(dana),
      startPass(dana),
      startPass(await other.signedIn('developer')),
    ])
    expect(new Set(starts.map(({ scanId }) => scanId)).size).toBe(1)
    await expect.poll(() => atOnce, { timeout: 40_000 }).toBe(1)
    const robin = await other.signedIn('reader')
    await startPass(robin)
    const waiting = async () =>
      (await call<{ scan: InventoryScan }>(robin, 'GET', '/api/inventory/latest')).body.scan
    expect(await waiting()).toMatchObject({ state: 'waiting', waitingFor: 'other-scan', number: 1 })
    gate.resolve()
    expect(await ended(dana)).toMatchObject({ state: 'finished' })
    expect(await ended(robin)).toMatchObject({ state: 'finished' })
    expect(most).toBe(1)
    await other.close()
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
        await startPass(dana)
        const scan = await ended(dana)
        const all = await readWhole(dana)
        expect(scan).toMatchObject({ state: 'finished', identitiesRead: 4, ...counts })
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
      await startPass(dana)
      const scan = await ended(dana)
      expect(scan).toMatchObject({ applicationsFound: 2, applicationsRead: 1, applicationsUnreadable: 1 })
      expect((await readWhole(dana)).unreadable).toEqual([
        expect.objectContaining({ kind, reason: expect.stringMatching(reason), code: 'UPSTREAM_FAILED' }),
      ])
    },
    directory,
  )
})

test('a directory that names the same next page for ever is read until then, and the rest is told', async () => {
  let pages = 0
  const directory = syntheticDirectory({
    listApplicationsWithTrusts: async () => {
      pages += 1
      return { found: [application(pages)], broken: [], total: 9, nextCursor: 'again' }
    },
  })
  await withPortal(
    syntheticArm({ subscriptions: 0, identitiesEach: 0, trustsEach: 0 }),
    async (__, dana) => {
      await startPass(dana)
      expect(await ended(dana)).toMatchObject({ applicationsRead: 2, applicationsUnreadable: 7 })
      const { rows, unreadable } = await readWhole(dana)
      expect(rows.map(({ applicationName }) => applicationName)).toEqual(['App 1', 'App 2'])
      expect(unreadable).toEqual([
        expect.objectContaining({ kind: 'directory', reason: expect.stringContaining('twice') }),
      ])
    },
    directory,
  )
})
