import type { ActivityPage, DeletedTrust, IdSwitch, Proof, Trust } from '@trustwright/shared-schemas'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as z from 'zod'
import type { SignedInBrowser } from '../../testing/build-test-app.ts'
import { connectGithub } from '../../testing/connect-github.ts'
import { startInventoryWorld, wholePass, type InventoryWorld } from '../../testing/inventory-world.ts'
import { call, development } from '../../testing/portal-world.ts'

const issuer = 'https://token.actions.githubusercontent.com'
const audiences = ['api://AzureADTokenExchange']

let world: InventoryWorld
/** Signed in at GitHub as somebody who sees octo-org's private repositories; the other one is not signed in there. */
let dana: SignedInBrowser
let alex: SignedInBrowser
beforeAll(async () => {
  world = await startInventoryWorld()
  dana = await world.portal.signedIn('developer')
  alex = await world.portal.signedIn('admin')
  await connectGithub(world.portal.app, dana, 'octocat')
}, 60_000)
afterAll(() => world.close())

let made = 0

/** A repository that sends names, and an identity that trusts its main branch. */
async function place() {
  made += 1
  const [identityName, repository] = [`id-switch-${made}`, `switch-${made}`]
  await putRepository(repository, false)
  const group = `/api/subscriptions/${development}/resource-groups/rg-pay-dev/identities`
  await call(dana, 'POST', group, { identityName, location: 'westeurope' })
  const at = `/api/identities/mi/${development}/rg-pay-dev/${identityName}`
  const parent = {
    kind: 'managedIdentity',
    subscriptionId: development,
    resourceGroup: 'rg-pay-dev',
    identityName,
  }
  const subject = `repo:octo-org/${repository}:ref:refs/heads/main`
  const store = (name: string, wanted: string, acceptRisks: readonly string[] = []) =>
    call<Trust>(dana, 'POST', `${at}/trusts`, { name, issuer, subject: wanted, audiences, acceptRisks })
  const old = (await store('main', subject)).body
  const ref = { parent, trustName: 'main' }
  return {
    at,
    ref,
    repository,
    subject,
    store,
    old,
    read: async (options: object = {}, by = dana) =>
      (await call<IdSwitch>(by, 'POST', '/api/id-switch', { ...ref, ...options })).body,
    remove: (options: object = {}) =>
      call<DeletedTrust & { code?: string }>(dana, 'POST', '/api/id-switch/removal', {
        ...ref,
        fingerprint: old.fingerprint,
        ...options,
      }),
  }
}

const putRepository = (repository: string, immutable: boolean) =>
  world.control('PUT', `github/repositories/octo-org/${repository}`, { visibility: 'private', immutable })

const statesOf = ({ steps }: IdSwitch) => steps.map(({ state }) => state)

/** A run of the repository signs in by the trust. */
async function run(at: string, repository: string, trust: string): Promise<Proof> {
  const answer = await fetch(`${world.emulator.browserOrigin}/issuers/github/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ owner: 'octo-org', repository, branch: 'main' }),
  })
  const { token } = z.object({ token: z.string() }).parse(await answer.json())
  return (await call<Proof>(dana, 'POST', `${at}/trusts/${trust}/proof`, { token })).body
}

test('the whole way: beside the old one, GitHub, a run, and the old one goes; the trail tells why it could', async () => {
  const { at, repository, store, read, remove } = await place()
  const begun = await read()
  expect(begun).toMatchObject({ why: null, successor: null, newName: 'main-id', stored: 1, gaps: [] })
  expect(statesOf(begun)).toEqual(['now', 'later', 'later', 'later'])
  const wanted = begun.wanted ?? ''
  expect(wanted).toMatch(new RegExp(`^repo:octo-org@\\d+/${repository}@\\d+:ref:refs/heads/main$`))

  // GitHub still sends names, so that it matches nobody yet is no mistake; but only who was told so stores it.
  expect((await store(begun.newName, wanted)).status).toBe(422)
  expect((await store(begun.newName, wanted, begun.expectedRisks)).status).toBe(201)
  expect(statesOf(await read())).toEqual(['done', 'now', 'later', 'later'])

  await putRepository(repository, true)
  expect(statesOf(await read())).toEqual(['done', 'now', 'later', 'later'])
  expect(statesOf(await read({ refresh: true }))).toEqual(['done', 'done', 'now', 'later'])
  expect((await remove()).body.code).toBe('ID_SWITCH_NOT_READY')

  expect(await run(at, repository, 'main-id')).toMatchObject({ outcome: 'accepted', provesThisTrust: true })
  const ready = await read()
  expect(statesOf(ready)).toEqual(['done', 'done', 'done', 'now'])
  const { status, body } = await remove()
  expect([status, body.trust.name]).toEqual([200, 'main'])
  const { body: trail } = await call<ActivityPage>(dana, 'GET', `${at}/activity`)
  expect(trail.events.find(({ operation }) => operation === 'trust.delete')?.before).toMatchObject({
    successor: 'main-id',
    successorSeenAt: ready.steps[2]?.at,
  })
  expect(
    (await call(dana, 'POST', '/api/id-switch', { ...(await place()).ref, trustName: 'gone' })).status,
  ).toBe(404)
})

test('without a run that was seen it goes for a written reason alone, and never without a successor', async () => {
  const { at, store, read, remove } = await place()
  const reason = 'The workflow runs once a year'
  expect((await remove({ reason })).body.code).toBe('ID_SWITCH_NOT_READY')
  const { wanted, expectedRisks } = await read()
  const successor = (await store('main-id', wanted ?? '', expectedRisks)).body
  expect((await remove()).body.code).toBe('ID_SWITCH_NOT_READY')
  expect((await remove({ reason: ' ' })).status).toBe(400)
  expect((await remove({ reason, fingerprint: successor.fingerprint })).body.code).toBe(
    'TRUST_CHANGED_MEANWHILE',
  )

  // Somebody took the new one away: the way is back at its first step.
  await call(dana, 'DELETE', `${at}/trusts/main-id?fingerprint=${successor.fingerprint}`)
  expect(statesOf(await read())).toEqual(['now', 'later', 'later', 'later'])
  expect((await remove({ reason })).body.code).toBe('ID_SWITCH_NOT_READY')

  await store('main-id', wanted ?? '', expectedRisks)
  expect((await remove({ reason })).status).toBe(200)
  const { body: trail } = await call<ActivityPage>(dana, 'GET', `${at}/activity`)
  expect(trail.events[0]).toMatchObject({
    operation: 'trust.delete',
    outcome: 'succeeded',
    before: { reason },
  })
})

test('a successor that is deleted while the removal waits for its turn keeps the old one', async () => {
  const { at, store, read, remove } = await place()
  const { wanted, expectedRisks } = await read()
  const successor = (await store('main-id', wanted ?? '', expectedRisks)).body
  await world.fault({
    match: { operation: 'arm/delete-credential' },
    mode: { next: 1 },
    effect: { latencyMs: 700 },
  })
  const other = call(dana, 'DELETE', `${at}/trusts/main-id?fingerprint=${successor.fingerprint}`)
  // The rule is gone with the request that it slows down, which by then holds the turn.
  await expect.poll(() => world.control('GET', 'faults')).toMatchObject({ value: [] })
  const removal = await remove({ reason: 'Tried by hand' })
  expect([(await other).status, removal.body.code]).toEqual([200, 'ID_SWITCH_NOT_READY'])
  const { body: left } = await call<{ trusts: readonly Trust[] }>(dana, 'GET', `${at}/trusts`)
  expect(left.trusts.map(({ name }) => name)).toEqual(['main'])
})

test('where GitHub tells a person nothing the IDs can be typed, and the switch that was begun goes on without them', async () => {
  const { ref, repository, store, read } = await place()
  const blind = await read({}, alex)
  expect([blind.why?.code, blind.repository, blind.gaps.length]).toEqual([
    'ids-unknown',
    `octo-org/${repository}`,
    1,
  ])
  const typed = await read({ ids: { owner: '5', repository: '6' } }, alex)
  expect(typed.wanted).toBe(`repo:octo-org@5/${repository}@6:ref:refs/heads/main`)
  expect(statesOf(typed)).toEqual(['now', 'unknown', 'later', 'later'])
  const told = await read({ ids: { owner: '5', repository: '6' } })
  expect(told.wanted).not.toBe(typed.wanted)
  await store('main-id', told.wanted ?? '', told.expectedRisks)
  const resumed = await read({}, alex)
  expect([resumed.wanted, resumed.successor]).toEqual([told.wanted, 'main-id'])
  expect(statesOf(resumed)).toEqual(['done', 'unknown', 'now', 'later'])
  const refused = await call(dana, 'POST', '/api/id-switch', { ...ref, ids: { owner: 'x', repository: '0' } })
  expect(refused.status).toBe(400)
})

test('other trusts of the repository stop at the same moment: those without IDs beside them are named', async () => {
  const one = await place()
  const { repository, read, store } = one
  const here = await store('tag', `repo:octo-org/${repository}:ref:refs/tags/v1`)
  expect(here.status).toBe(201)
  const elsewhere = await place()
  await elsewhere.store('theirs', `repo:octo-org/${repository}:pull_request`)
  await elsewhere.store('other', `repo:octo-org/${repository}-2:pull_request`)
  expect((await read()).isInventoryRead).toBe(false)
  await wholePass(dana)
  const named = async () => (await read()).alsoNamed.map(({ trustName }) => trustName)
  expect(await named()).toEqual(['tag', 'theirs'])
  const { wanted, expectedRisks } = await read()
  await store('tag-id', (wanted ?? '').replace('heads/main', 'tags/v1'), expectedRisks)
  expect(await named()).toEqual(['theirs'])
})
