import type { FixRunDetail, Trust } from '@trustwright/shared-schemas'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { fixItem, fixRun } from '../../../db/schema-fixes.ts'
import type { SignedInBrowser } from '../../../testing/build-test-app.ts'
import { call, startPortalWorld, type PortalWorld } from '../../../testing/portal-world.ts'
import { savePolicies } from '../../../testing/save-policies.ts'
import { addFault, unpaced } from '../../../testing/set-up-steps.ts'
import {
  dryRun,
  endOfFixes,
  findingsOf,
  identityUrl,
  readAnew,
  readFixes,
  startFixes,
  storedOn,
  storeIdentity,
} from '../testing/fix-steps.ts'

const github = 'https://token.actions.githubusercontent.com'
const rules = ['cannot-match', 'dead-twin']
const subjectOf = (n: number) => `repo:octo-org@1/shop@${n}:environment:production`

let world: PortalWorld
let dana: SignedInBrowser
let admin: SignedInBrowser
let made = 0
let reading: Promise<void> | null = null
beforeAll(async () => {
  world = await startPortalWorld({
    environment: {
      ...unpaced,
      INVENTORY_LISTS_PER_SECOND_PER_SUBSCRIPTION: '1000',
      INVENTORY_LISTS_PER_SECOND_PER_TENANT: '1000',
    },
  })
  dana = await world.portal.signedIn('developer')
  admin = await world.portal.signedIn('admin')
  await Promise.all([2, 1, 2, 2, 1, 1].map((slashes, at) => storeFaulty(at + 1, slashes)))
}, 60_000)
beforeEach(async () => {
  await savePolicies(admin)
  await world.portal.database.delete(fixRun)
})
afterAll(() => world.close())

const nameOf = (at: number) => `id-fix-${at}`
const subjectOn = (identity: number) => (at: number) => subjectOf(identity * 100 + at)

/** An identity with a right trust, its dead twin, and others with a slash too many. */
async function storeFaulty(at: number, slashes: number): Promise<void> {
  const n = subjectOn(at)
  await storeIdentity(dana, nameOf(at), [
    { name: 'right', subject: n(0) },
    { name: 'twin', subject: n(0), issuer: `${github}/` },
    ...Array.from({ length: slashes }, (_, slash) => ({
      name: `slash-${slash + 1}`,
      subject: n(slash + 1),
      issuer: `${github}/`,
    })),
  ])
}

/** The next of those identities, with what was found. */
async function faulty() {
  await (reading ??= readAnew(dana))
  made += 1
  const name = nameOf(made)
  return { name, findings: await findingsOf(dana, name, rules), n: subjectOn(made) }
}

test('a dry run shows each change and writes nothing; the run does exactly that, and what it deleted can be restored', async () => {
  const { name, findings, n } = await faulty()
  const before = await storedOn(dana, name)
  const plan = await dryRun(dana, findings)
  expect(plan.items.map((item) => [item.name, item.action, item.after?.issuer ?? null])).toEqual(
    expect.arrayContaining([
      ['twin', 'delete', null],
      ['slash-1', 'change', github],
      ['slash-2', 'change', github],
    ]),
  )
  expect([plan.left, await storedOn(dana, name)]).toEqual([[], before])

  const { runId } = await startFixes(dana, findings, plan.digest)
  const { run, items } = await endOfFixes(dana, runId)
  expect([run.state, run.counts.done]).toEqual(['finished', 3])
  expect(await storedOn(dana, name)).toEqual([
    `right ${github} ${n(0)}`,
    `slash-1 ${github} ${n(1)}`,
    `slash-2 ${github} ${n(2)}`,
  ])
  const paged = (query: string) => call<FixRunDetail>(dana, 'GET', `/api/fixes/${runId}?${query}`)
  const { body: first } = await paged('limit=2')
  const { body: second } = await paged(`limit=2&after=${first.nextAfter ?? 'none'}`)
  expect([...first.items, ...second.items]).toEqual(items)
  expect([second.nextAfter, (await paged('items=open')).body.items]).toEqual([null, []])
  const deletedTrustId = items.find(({ action }) => action === 'delete')?.deletedTrustId
  const restored = await call<Trust>(
    dana,
    'POST',
    `${identityUrl(name)}/deleted-trusts/${deletedTrustId ?? ''}/restore`,
  )
  expect([restored.status, restored.body.name]).toEqual([201, 'twin'])
  await readAnew(dana)
  expect((await findingsOf(dana, name, rules)).map(({ trustName }) => trustName)).toEqual(['twin'])
})

test('what somebody changed since the reading is left as it is, and said', async () => {
  const { name, findings } = await faulty()
  const plan = await dryRun(dana, findings)
  const { body: seen } = await call<Trust>(dana, 'GET', `${identityUrl(name)}/trusts/slash-1`)
  const changed = { issuer: github, subject: subjectOf(9_999), audiences: seen.audiences }
  const put = { ...changed, fingerprint: seen.fingerprint }
  expect((await call(dana, 'PUT', `${identityUrl(name)}/trusts/slash-1`, put)).status).toBe(200)
  const { runId } = await startFixes(dana, findings, plan.digest)
  const { items } = await endOfFixes(dana, runId)
  expect(items.map((item) => `${item.name} ${item.state} ${item.code ?? '-'}`).toSorted()).toEqual([
    'slash-1 conflict TRUST_CHANGED_MEANWHILE',
    'twin done -',
  ])
  expect(await storedOn(dana, name)).toContain(`slash-1 ${github} ${subjectOf(9_999)}`)
})

test('what fails at Azure is told, and is tried again alone', async () => {
  const { name, findings } = await faulty()
  const plan = await dryRun(dana, findings)
  await addFault(world.emulator, {
    match: { method: 'PUT', pathPrefix: '/subscriptions/' },
    mode: { next: 1 },
    effect: { status: 409, code: 'ScopeLocked', message: 'The scope is locked.' },
  })
  const { runId } = await startFixes(dana, findings, plan.digest)
  const first = await endOfFixes(dana, runId)
  expect([first.run.counts.done, first.run.counts.failed]).toEqual([2, 1])
  expect(first.items.find(({ state }) => state === 'failed')).toMatchObject({ code: 'RESOURCE_LOCKED' })
  const again = await call(dana, 'POST', `/api/fixes/${runId}/resume`, { only: 'failed' })
  expect(again.status).toBe(200)
  expect((await endOfFixes(dana, runId)).run.counts).toMatchObject({ done: 3, failed: 0 })
  expect((await storedOn(dana, name)).filter((each) => each.includes(`${github}/ `))).toEqual([])
})

test('a run whose process is gone goes on when its owner reads it, and nothing is done twice', async () => {
  const { name, findings } = await faulty()
  const plan = await dryRun(dana, findings)
  const { runId } = await startFixes(dana, findings, plan.digest)
  await endOfFixes(dana, runId)
  const { database } = world.portal
  // As a process leaves it that died between Azure's answers and its own notes.
  await database.update(fixItem).set({ state: 'running', wasSent: true }).where(eq(fixItem.runId, runId))
  await database
    .update(fixRun)
    .set({ state: 'running', heartbeatAt: new Date(world.portal.clock.now() - 60_000) })
    .where(eq(fixRun.runId, runId))
  expect((await readFixes(dana, runId)).run.state).toBe('running')
  const { run } = await endOfFixes(dana, runId)
  expect([run.state, run.counts.done, run.counts.conflict]).toEqual(['finished', 3, 0])
  expect(await storedOn(dana, name)).toHaveLength(3)
})

test('a rule of the portal is told in the dry run, and what it refuses is not tried', async () => {
  const { findings } = await faulty()
  await savePolicies(admin, { id: 'names', names: ['gh-*'] })
  const plan = await dryRun(dana, findings)
  expect(plan.items.map((item) => [item.action, item.guardrails.map(({ policyId }) => policyId)])).toEqual(
    expect.arrayContaining([
      ['delete', []],
      ['change', ['names']],
    ]),
  )
  const { runId } = await startFixes(dana, findings, plan.digest)
  expect((await endOfFixes(dana, runId)).items.map(({ action }) => action)).toEqual(['delete'])
})

test('a plan that is another one by now is refused, and so is one of somebody else', async () => {
  const { findings } = await faulty()
  const plan = await dryRun(dana, findings)
  const hashes = findings.map(({ hash }) => hash)
  const { digest } = plan
  const fewer = await call(dana, 'POST', '/api/fixes', { hashes: hashes.slice(1), digest })
  expect([fewer.status, fewer.body.code]).toEqual([409, 'FIX_PLAN_CHANGED'])
  const stranger = await call(admin, 'POST', '/api/fixes/dry-run', { hashes })
  expect([stranger.status, stranger.body.code]).toEqual([404, 'NOT_FOUND'])
  const { runId } = await startFixes(dana, findings, digest)
  expect((await call(admin, 'GET', `/api/fixes/${runId}`)).body.code).toBe('FIX_RUN_NOT_FOUND')
  await endOfFixes(dana, runId)
  expect((await call(dana, 'POST', '/api/fixes', { hashes: [], digest })).status).toBe(400)
  const many = (count: number) => Array.from({ length: count }, (_, at) => at.toString(16).padStart(64, '0'))
  const unknown = await call(dana, 'POST', '/api/fixes/dry-run', { hashes: many(5000) })
  expect([unknown.status, unknown.body.detail]).toEqual([404, expect.stringContaining('5000 of 5000')])
  expect((await call(dana, 'POST', '/api/fixes/dry-run', { hashes: many(5001) })).status).toBe(400)
})
