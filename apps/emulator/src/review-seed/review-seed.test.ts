import { afterAll, expect, test } from 'vitest'
import { plantedFaultNames, type PlantedFaultName } from '../kernel/entities/answer-sheet.ts'
import { parentKey, type FederatedCredential } from '../kernel/entities/federated-credential.ts'
import { startTestEmulator } from '../testing/start-test-emulator.ts'
import { testClock } from '../testing/test-clock.ts'
import { plantReview } from './plant-review.ts'

const clock = testClock()
const emulator = await startTestEmulator({ clock })
afterAll(() => emulator.close())
const { store } = emulator.world
for (const [key] of store.credentials.entries()) store.credentials.delete(key)
const before = { identities: store.identities.size(), applications: store.applications.size() }
const size = { identities: 700, applications: 300, credentials: 2500, seed: 7 }
plantReview(emulator.world, size)

const credentials = store.credentials.list()
const byParent = Map.groupBy(credentials, ({ parent }) => parentKey(parent))
const faults = store.plantedFaults.list()
const trustsWith = (name: PlantedFaultName) =>
  faults.filter(({ fault }) => fault === name).map(({ trust }) => trust?.id.toLowerCase() ?? '')
/** As ARM or Graph give it, lower case. */
const idOf = (credential: FederatedCredential) =>
  credential.parent.kind === 'application'
    ? credential.id
    : `${credential.parent.resourceId}/federatedidentitycredentials/${credential.name}`

test('as many are planted as were asked for', () => {
  expect(credentials).toHaveLength(size.credentials)
  expect(store.identities.size() - before.identities).toBe(size.identities)
  expect(store.applications.size() - before.applications).toBe(size.applications)
})

test('every fault is there, and every row of the sheet names a trust and a parent of the tenant', () => {
  expect(new Set(faults.map(({ fault }) => fault))).toEqual(new Set(plantedFaultNames))
  const ids = new Set(credentials.map(idOf))
  const named = faults.flatMap(({ trust }) => (trust ? [trust.id.toLowerCase()] : []))
  expect(named.filter((id) => !ids.has(id))).toEqual([])
  for (const { parent } of faults) {
    const found =
      parent.kind === 'application'
        ? store.applications.get(parent.appId)
        : store.identities.get(parent.resourceId.toLowerCase())
    expect(found).toBeDefined()
  }
})

test('the same numbers give the same tenant, and another seed gives another', async () => {
  const again = await startTestEmulator({ clock })
  for (const [key] of again.world.store.credentials.entries()) again.world.store.credentials.delete(key)
  plantReview(again.world, size)
  expect(again.world.store.credentials.entries()).toEqual(store.credentials.entries())
  expect(again.world.store.plantedFaults.entries()).toEqual(store.plantedFaults.entries())
  plantReview(again.world, size)
  expect(again.world.store.credentials.size()).toBe(size.credentials)
  plantReview(again.world, { ...size, seed: 8 })
  expect(again.world.store.credentials.size()).toBe(2 * size.credentials)
  await again.close()
})

test('a subject is shared by many identities where the sheet says so, and nowhere else', () => {
  const parentsOf = Map.groupBy(
    credentials,
    ({ issuer, subject, claimsMatchingExpression }) =>
      `${issuer} ${subject} ${claimsMatchingExpression?.value}`,
  )
  const shared = [...parentsOf.values()].filter((same) => same.length >= 5).flat()
  expect(shared.map(idOf).toSorted()).toEqual(trustsWith('shared subject').toSorted())
  expect([...parentsOf.values()].map((same) => same.length)).toContain(4)
})

test('parents near the limit are those of the sheet, and none is over it', () => {
  const near = [...byParent].filter(([, own]) => own.length >= 18).map(([key]) => key)
  const named = faults.flatMap(({ fault, parent }) =>
    fault !== 'near the limit of 20'
      ? []
      : [
          parent.kind === 'application'
            ? `/applications/${parent.objectId}`
            : parent.resourceId.toLowerCase(),
        ],
  )
  expect(near.toSorted()).toEqual(named.toSorted())
  expect(Math.max(...[...byParent.values()].map((own) => own.length))).toBe(20)
  expect([...byParent.values()].map((own) => own.length)).toContain(17)
})

test('no parent but those of the sheet lacks an owner or a recent use', () => {
  const lacking = [...byParent].flatMap(([key, own]) => {
    const identity = store.identities.get(key)
    const application = store.applications.by('objectId', key.slice('/applications/'.length))[0]
    const owners = application?.ownerIds.filter((id) => store.users.get(id)?.blocked !== true) ?? []
    const tagged = Object.keys(identity?.tags ?? {}).some((tag) => /^(owner|contact|team)$/i.test(tag))
    const last = store.signInActivities.get(identity?.clientId ?? application?.appId ?? '')?.applicationClient
    const days = last ? (clock.now() - last.at) / 86_400_000 : Infinity
    return [{ own, ownerless: owners.length === 0 && !tagged, days }]
  })
  expect(lacking.filter(({ ownerless }) => ownerless)).toHaveLength(trustsWith('no owner').length)
  const idsOf = (those: typeof lacking) => those.flatMap(({ own }) => own.map(idOf)).toSorted()
  expect(idsOf(lacking.filter(({ days }) => days === Infinity))).toEqual(trustsWith('never used').toSorted())
  expect(idsOf(lacking.filter(({ days }) => days >= 90 && days < Infinity))).toEqual(
    trustsWith('unused for 90 days').toSorted(),
  )
})

test('GitHub has every repository with ids that a trust names, and no deleted one', () => {
  const named = credentials.flatMap(
    ({ subject }) => /^repo:(?:contoso|fabrikam)@\d+\/([^@]+)@(\d+):/.exec(subject ?? '') ?? [],
  )
  const ids = new Set(named.filter((text) => /^\d+$/.test(text)))
  expect(ids.size).toBeGreaterThan(100)
  for (const id of ids) expect(store.githubRepositories.by('id', id)).toHaveLength(1)
  const deleted = credentials.filter(({ subject }) => subject?.startsWith('repo:contoso/deleted-'))
  expect(deleted.map(idOf).toSorted()).toEqual(
    trustsWith('dangling workload')
      .filter((id) => deleted.map(idOf).includes(id))
      .toSorted(),
  )
})

test('somebody whose account is blocked owns an application and cannot sign in', async () => {
  const blocked = store.users.list().find((user) => user.blocked)
  expect(store.applications.by('owner', blocked?.objectId ?? '').length).toBeGreaterThan(0)
  const { tenantId, browserOrigin, portal } = emulator.world.settings
  const query = new URLSearchParams({
    client_id: portal.clientId,
    redirect_uri: portal.redirectUris[0] ?? '',
    response_type: 'code',
    scope: 'openid',
  })
  const page = await emulator.fetch(
    `${browserOrigin}/${tenantId}/oauth2/v2.0/authorize?${query.toString()}`,
    {
      method: 'POST',
      body: new URLSearchParams({ username: blocked?.username ?? '', password: blocked?.password ?? '' }),
    },
  )
  expect(page.headers.get('location')).toBeNull()
  expect(await page.text()).toContain('AADSTS50057')
})
