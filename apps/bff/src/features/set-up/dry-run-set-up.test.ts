import type { SetUpDryRun, SetUpItem, SetUpRun } from '@trustwright/shared-schemas'
import { expect, test } from 'vitest'
import { buildTestApp, type SignedInBrowser } from '../../testing/build-test-app.ts'
import { call, development } from '../../testing/portal-world.ts'
import {
  endOf,
  readerOnGroup,
  rowOf,
  runThrough,
  runsUrl,
  trustOf,
  unpaced,
  writesOf,
} from '../../testing/set-up-steps.ts'
import { setUpWorld } from '../../testing/set-up-world.ts'
import { syntheticArm } from '../../testing/synthetic-arm.ts'

const the = setUpWorld('admin', unpaced)

test('a dry run tells what a run then does, and writes nothing', async () => {
  await runThrough(the.person, [{ ...rowOf('id-dry', ['there', 'taken', 'pair']), roles: readerOnGroup }])
  const before = (await writesOf(the.world.emulator, '/')).done
  const items = [
    { ...rowOf('id-dry', ['there', 'new'], 'a'), roles: readerOnGroup },
    { ...rowOf('id-dry', [], 'b'), trusts: [{ ...trustOf('x'), name: 'taken' }] },
    { ...rowOf('id-dry', [], 'c'), trusts: [{ ...trustOf('pair'), name: 'pair-again' }] },
    { ...rowOf('id-dry-new', ['first'], 'd'), roles: readerOnGroup },
    { key: 'wrong' },
  ]
  const { status, body: plan } = await call<SetUpDryRun>(the.person, 'POST', '/api/set-up/dry-runs', {
    items,
  })
  expect(status).toBe(200)
  expect((await writesOf(the.world.emulator, '/')).done).toEqual(before)
  expect(plan.refused.map(({ key }) => key)).toEqual(['wrong'])
  expect(
    plan.items.map(({ key, steps }) => [key, ...steps.map(({ kind, verdict }) => `${kind}: ${verdict}`)]),
  ).toEqual([
    ['a', 'identity: already-there', 'trust: already-there', 'trust: create', 'role: already-there'],
    ['b', 'trust: conflict'],
    ['c', 'trust: conflict'],
    ['d', 'identity: create', 'trust: create', 'role: create'],
  ])
  expect(plan.parents).toMatchObject([
    { exists: true, trustsStored: 3, trustsToAdd: 4, slotsLeft: 17, write: { allowed: true }, problem: null },
    { exists: false, trustsStored: 0, slotsLeft: 20, write: { allowed: true } },
  ])
  expect(plan.counts).toEqual({ create: 4, 'already-there': 3, conflict: 2, refused: 0, unknown: 0 })
  const { body: run } = await call<SetUpRun>(the.person, 'POST', runsUrl, { items, skipRefused: true })
  const { counts } = (await endOf(the.person, run.runId)).run
  expect(counts).toMatchObject({ done: 4, 'already-there': 3, conflict: 2, failed: 0 })
})

test('a dry run tells missing rights, absent identities, full ones and regions without trusts', async () => {
  const robin = await the.world.portal.signedIn('reader')
  const twenty = Array.from({ length: 18 }, (_, index) => `full-${index}`)
  const existing = (identityName: string, resourceGroup: string, trusts: string[]): SetUpItem => ({
    key: identityName,
    parent: { kind: 'managedIdentity', subscriptionId: development, resourceGroup, identityName },
    trusts: trusts.map(trustOf),
    roles: [],
  })
  const judge = async (browser: SignedInBrowser, item: SetUpItem) => {
    const { body } = await call<SetUpDryRun>(browser, 'POST', '/api/set-up/dry-runs', { items: [item] })
    return body.items[0]?.steps.map(({ verdict, code }) => `${verdict} ${code}`)
  }
  expect(await judge(robin, { ...rowOf('id-dry-reader', ['t-1']), roles: readerOnGroup })).toEqual([
    'refused FORBIDDEN',
    // Not tried, because the identity would not be made.
    'refused FORBIDDEN',
    'refused FORBIDDEN',
  ])
  expect(await judge(robin, existing('id-pay-deploy-dev', 'rg-pay-dev', ['new-one']))).toEqual([
    'refused FORBIDDEN',
  ])
  expect(await judge(the.person, existing('id-none', 'rg-pay-dev', ['new-one']))).toEqual([
    'refused NOT_FOUND',
  ])
  expect(await judge(the.person, existing('id-shop-far-dev', 'rg-shop-dev', ['new-one']))).toEqual([
    'refused REGION_NOT_SUPPORTED',
  ])
  const full = await judge(the.person, existing('id-pay-deploy-dev', 'rg-pay-dev', twenty))
  expect(full?.filter((each) => each === 'create null')).toHaveLength(16)
  expect(full?.slice(16)).toEqual(['refused TRUST_LIMIT_REACHED', 'refused TRUST_LIMIT_REACHED'])
})

test('ten thousand rows are judged with one list of identities and one reading of their group', async () => {
  const asked = { identities: 0, permissions: 0 }
  const arm = syntheticArm(
    { subscriptions: 1, identitiesEach: 0, trustsEach: 0 },
    {
      listIdentities: async () => {
        asked.identities += 1
        return []
      },
      listPermissions: async () => {
        asked.permissions += 1
        return [{ actions: ['*'], notActions: [] }]
      },
    },
  )
  const portal = await buildTestApp({ postgres: the.world.postgres, overrides: { arm } })
  try {
    const items = Array.from({ length: 10_000 }, (_, index) =>
      rowOf(`id-${index % 500}`, [`t-${index}`], `row ${index}`),
    )
    const dana = await portal.signedIn('developer')
    const { body } = await call<SetUpDryRun>(dana, 'POST', '/api/set-up/dry-runs', { items })
    expect(body.counts).toEqual({ create: 10_500, 'already-there': 0, conflict: 0, refused: 0, unknown: 0 })
    expect(asked).toEqual({ identities: 1, permissions: 1 })
    // 10,500 writes at 2 a second in one subscription.
    expect(body.seconds).toBe(5250)
  } finally {
    await portal.close()
  }
})
