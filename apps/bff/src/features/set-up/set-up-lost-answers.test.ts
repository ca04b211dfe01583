import type { ResourceGroup, SetUpItem } from '@trustwright/shared-schemas'
import { expect, test } from 'vitest'
import { setUpStep } from '../../db/schema-set-up.ts'
import { UnsettledWrite } from '../../domain/unsettled-write.ts'
import { PortalError } from '../../errors.ts'
import type { Arm, StoredCredential } from '../../ports.ts'
import { buildTestApp, type SignedInBrowser, type TestApp } from '../../testing/build-test-app.ts'
import { forThisFile } from '../../testing/for-this-file.ts'
import { endOf, rowIn, runThrough, startRun, stepsOf, told, trustOf } from '../../testing/set-up-steps.ts'
import { syntheticArm, toIdentity } from '../../testing/synthetic-arm.ts'
import { startTestPostgres } from '../../testing/test-postgres.ts'

const quick = {
  SET_UP_WRITES_PER_SECOND_PER_IDENTITY: '1000',
  SET_UP_WRITES_PER_SECOND_PER_SUBSCRIPTION: '50',
  SET_UP_WRITES_PER_SECOND_PER_TENANT: '50',
}

const postgres = forThisFile(startTestPostgres)

/** A portal over an ARM of one identity, whose writes a test decides on. */
async function withArm(
  changes: Partial<Arm>,
  work: (browser: SignedInBrowser, portal: TestApp) => Promise<void>,
) {
  const arm = syntheticArm({ subscriptions: 1, identitiesEach: 1, trustsEach: 0 }, changes)
  const portal = await buildTestApp({ postgres, overrides: { arm }, environment: quick })
  try {
    await work(await portal.signedIn('developer'), portal)
  } finally {
    await portal.close()
  }
}

const subscriptionId = '3d5a7c10-0001-4e2b-9c4d-a1b2c3d4e501'
const one = {
  key: 'one',
  parent: { kind: 'managedIdentity' as const, subscriptionId, resourceGroup: 'rg', identityName: 'id-1' },
  trusts: [trustOf('lost')],
  roles: [],
}
const { name: _, ...lostValues } = trustOf('lost')
const stored: StoredCredential = {
  id: '/x',
  name: 'lost',
  ...lostValues,
  subject: lostValues.subject ?? null,
}
const absent = () => Promise.reject(new PortalError('NOT_FOUND'))
const unsettled = () => new PortalError('UPSTREAM_FAILED', { cause: new UnsettledWrite(new Error('lost')) })

test('a write whose answer was lost is looked for, and not sent again where it was carried out', async () => {
  let [puts, there] = [0, false]
  await withArm(
    {
      listCredentials: async () => (there ? [stored] : []),
      readCredential: absent,
      putCredential: async () => {
        puts += 1
        there = true
        throw unsettled()
      },
    },
    async (browser) => {
      const page = await runThrough(browser, [one])
      expect(told(page)).toEqual(['trust lost: done'])
      expect(puts).toBe(1)
    },
  )
})

test('what somebody stores between the look and the write is not replaced', async () => {
  let lists = 0
  let puts = 0
  const theirs = { ...stored, subject: 'repo:fabrikam/theirs:environment:prod' }
  await withArm(
    {
      listCredentials: async () => ((lists += 1) === 1 ? [] : [theirs]),
      readCredential: async () => theirs,
      putCredential: async (...asked) => {
        puts += 1
        return syntheticArm({ subscriptions: 1, identitiesEach: 1, trustsEach: 0 }).putCredential(...asked)
      },
    },
    async (browser) => {
      const page = await runThrough(browser, [one])
      expect(stepsOf(page)[0]).toMatchObject({ state: 'conflict', code: 'TRUST_NAME_TAKEN' })
      expect(puts).toBe(0)
    },
  )
})

test('a resource group that somebody makes between the look and the write is taken as it is, and not written', async () => {
  let looks = 0
  const theirs: ResourceGroup = { subscriptionId, name: 'rg-new', location: 'westeurope' }
  await withArm(
    {
      findResourceGroup: async () => ((looks += 1) === 1 ? null : theirs),
      createResourceGroup: () => Promise.reject(new Error('It would be taken over')),
      findIdentity: async () => toIdentity(subscriptionId, 1),
    },
    async (browser) => {
      const row = rowIn({ resourceGroup: 'rg-new', groupLocation: 'westeurope' }, 'id-1', [])
      const items = [{ ...row, parent: { ...row.parent, subscriptionId } } as SetUpItem]
      expect(told(await runThrough(browser, items))).toEqual([
        'resource-group rg-new: already-there',
        'identity id-1: already-there',
      ])
      expect(looks).toBeGreaterThan(2)
    },
  )
})

test('a fault of the portal ends one step without inner words, and the others go on', async () => {
  await withArm(
    {
      listCredentials: async (_caller, { identityName }) => {
        if (identityName === 'id-1') throw new Error('secret-inner-text')
        return [stored]
      },
      findIdentity: async () => toIdentity(subscriptionId, 2),
    },
    async (browser, portal) => {
      const other = { ...one, key: 'two', parent: { ...one.parent, identityName: 'id-2' } }
      const { runId } = await startRun(browser, [one, other])
      const page = await endOf(browser, runId)
      expect(stepsOf(page).map(({ state, code }) => [state, code])).toEqual([
        ['failed', 'INTERNAL'],
        ['already-there', null],
      ])
      const rows = await portal.database.select().from(setUpStep)
      expect(JSON.stringify(rows)).not.toContain('secret')
    },
  )
})
