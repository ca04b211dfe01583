import {
  type FindingGroups,
  type FindingHashes,
  findingRuleIds,
  type FindingMarks,
  type FindingPage,
  type StoredAcceptRule,
} from '@trustwright/shared-schemas'
import { knownFact, unknownFact } from '@trustwright/federation'
import { beforeEach, expect, test } from 'vitest'
import { acceptRule, finding, findingAcceptance, findingRun } from '../../db/schema-findings.ts'
import { readInventoryFacts } from '../../domain/inventory-facts.ts'
import { buildTestApp, type SignedInBrowser } from '../../testing/build-test-app.ts'
import { forThisFile } from '../../testing/for-this-file.ts'
import { call } from '../../testing/portal-world.ts'
import { startTestPostgres } from '../../testing/test-postgres.ts'
import { sweepFindings } from './sweep-findings.ts'
import { judgeOwner } from './judge/judge-owner.ts'
import {
  parentKeyOf,
  plantInventory,
  trustKeyOf,
  type PlantedIdentity,
} from '../../testing/plant-inventory.ts'
import { nothingAsked } from './testing/nothing-asked.ts'

const admin = '1c0f6a7e-30b1-4a55-8f0d-5f3a9e7d0002'
const day = 86_400_000
const mine = `person:${admin}`
const postgres = forThisFile(startTestPostgres)
const portal = forThisFile(() => buildTestApp({ postgres }))
let ada: SignedInBrowser
let dana: SignedInBrowser
let scans = 0
beforeEach(async () => {
  dana = await portal.signedIn('developer')
  ada = await portal.signedIn('admin')
  for (const table of [finding, findingAcceptance, acceptRule, findingRun])
    await portal.database.delete(table)
})

const slash: PlantedIdentity = {
  name: 'id-shop',
  trusts: [
    { name: 'right', subject: 'repo:octo-org@1/shop@2:environment:production' },
    { name: 'wrong', subject: 'repo:octo-org@1/shop@2:ref:refs/heads/main ' },
  ],
}
const unowned: PlantedIdentity = { ...slash, change: { tags: knownFact({}) } }

/** Longer than a session lasts. */
async function laterByDays(days: number): Promise<void> {
  portal.clock.advance(days * day)
  ada = await portal.signedIn('admin')
}

/** Judges what a run left. */
async function judge(identities: readonly PlantedIdentity[], owner = mine): Promise<void> {
  await plant(identities, owner)
  const { tenantId, cloud } = portal.config
  const about = { tenantId, cloud, owner, now: new Date(portal.clock.now()).toISOString() }
  const parts = { readFacts: readInventoryFacts, askOutside: async () => nothingAsked }
  await judgeOwner(portal.database, about, parts)
}

async function plant(identities: readonly PlantedIdentity[], owner = mine): Promise<void> {
  scans += 1
  const at = new Date(portal.clock.now())
  const run = { tenantId: portal.config.tenantId, number: scans, at }
  await plantInventory(portal.database, owner, run, identities)
}

const groups = async (of = 'mine') =>
  (await call<FindingGroups>(ada, 'GET', `/api/findings/groups?of=${of}`)).body
const list = async (query = '', browser = ada) =>
  (await call<FindingPage>(browser, 'GET', `/api/findings?${query}`)).body
const said = ({ findings }: FindingPage) =>
  findings.map(({ rule, trustName }) => `${rule} ${trustName ?? '-'}`)
const inDays = (days: number) => new Date(portal.clock.now() + days * day).toISOString()
const accept = (hashes: readonly string[], until = inDays(30)) =>
  call(ada, 'POST', '/api/findings/accept', { hashes, until, reason: 'known, and on its way out' })

test('what is wrong is found, kept with the day, and counted by rule', async () => {
  await judge([unowned])
  const page = await list()
  expect(said(page)).toEqual(['cannot-match wrong', 'no-owner -'])
  expect(page).toMatchObject({ total: 2, nextAfter: null })
  expect(page.findings[0]).toMatchObject({
    state: 'active',
    severity: 'medium',
    trustKey: trustKeyOf('id-shop', 'wrong'),
    parentKey: parentKeyOf('id-shop'),
    fixedAt: null,
    acceptance: null,
  })
  const { run, groups: all } = await groups()
  expect(run).toMatchObject({ trusts: 2, parents: 1, githubBecause: 'not-connected' })
  const group = (rule: string) => all.find((each) => each.rule === rule)
  expect(all).toHaveLength(findingRuleIds.length)
  expect(group('cannot-match')).toMatchObject({
    states: { active: 1, accepted: 0, fixed: 0 },
    severities: { medium: 1 },
  })
  expect(group('dangling-workload')?.notJudged).toEqual([{ reason: 'not-read', count: 2 }])
})

test('a thread of its own judges what is asked for', async () => {
  await plant([unowned])
  expect((await call(ada, 'POST', '/api/findings/judge')).status).toBe(202)
  await expect
    .poll(async () => (await groups()).run, { timeout: 40_000, interval: 250 })
    .toMatchObject({ state: 'finished', scan: scans, githubBecause: 'not-connected' })
  expect(said(await list())).toEqual(['cannot-match wrong', 'no-owner -'])
})

test('the table of trusts gets one mark for each that has something', async () => {
  await judge([unowned])
  expect((await call<FindingMarks>(ada, 'GET', '/api/findings/marks')).body).toEqual({
    trusts: [[trustKeyOf('id-shop', 'wrong'), 'medium', 1]],
    parents: [[parentKeyOf('id-shop'), 'low', 1]],
  })
})

test('what is put right is fixed, and what is deleted is told from it', async () => {
  await judge([unowned, { ...slash, name: 'id-other' }])
  const [right] = slash.trusts
  await judge([
    { ...slash, trusts: right === undefined ? [] : [right] },
    { ...slash, name: 'id-other', trusts: [] },
  ])
  expect(said(await list())).toEqual([])
  const fixed = (await list('state=fixed')).findings.map(({ rule, parentName, fixedBy }) => [
    rule,
    parentName,
    fixedBy,
  ])
  expect(fixed).toEqual(
    expect.arrayContaining([
      ['cannot-match', 'id-other', 'trust-gone'],
      ['cannot-match', 'id-shop', 'trust-gone'],
      ['no-owner', 'id-shop', 'no-longer-holds'],
    ]),
  )
  expect(fixed).toHaveLength(3)
})

test('a finding whose fact could not be read this time is not called fixed', async () => {
  await judge([unowned])
  await judge([{ ...slash, change: { tags: unknownFact('failed') } }])
  expect(said(await list())).toEqual(['cannot-match wrong', 'no-owner -'])
})

test('what comes back is active again, with the day on which it was first seen', async () => {
  await judge([unowned])
  const [before] = (await list('rule=no-owner')).findings
  await laterByDays(1)
  await judge([slash])
  await laterByDays(1)
  await judge([unowned])
  const [after] = (await list('rule=no-owner')).findings
  expect(after).toMatchObject({ state: 'active', fixedAt: null, firstSeenAt: before?.firstSeenAt })
})

test('an acceptance holds until its day, names who and why, and can be withdrawn', async () => {
  await judge([unowned])
  const hashes = (await list('rule=no-owner')).findings.map(({ hash }) => hash)
  expect(await accept(hashes, inDays(2))).toEqual({ status: 200, body: { accepted: 1 } })
  expect(said(await list())).toEqual(['cannot-match wrong'])
  const [accepted] = (await list('state=accepted')).findings
  expect(accepted?.acceptance).toMatchObject({
    acceptRuleId: null,
    by: 'admin@contoso.onmicrosoft.com',
    reason: 'known, and on its way out',
  })
  await call(ada, 'POST', '/api/findings/reopen', { hashes })
  expect((await list()).total).toBe(2)
  await accept(hashes, inDays(2))
  await laterByDays(3)
  expect((await list()).total).toBe(2)
})

test('an acceptance ends by itself once a fact changed', async () => {
  await judge([slash])
  await accept((await list()).findings.map(({ hash }) => hash))
  await judge([slash])
  expect((await list()).total).toBe(0)
  const trusts = slash.trusts.map((trust) => ({ ...trust, subject: `${trust.subject.trimEnd()}  ` }))
  await judge([{ ...slash, trusts }])
  expect(said(await list()).toSorted()).toEqual(['cannot-match right', 'cannot-match wrong'])
})

test('of two people who accept at once one wins, and nothing breaks', async () => {
  await judge([slash])
  const hashes = (await list()).findings.map(({ hash }) => hash)
  const answers = await Promise.all(Array.from({ length: 6 }, () => accept(hashes)))
  expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 6 }, () => 200))
  expect((await list('state=accepted')).total).toBe(1)
})

test('a rule accepts what is there and what comes, and what it accepted is active again after it', async () => {
  await judge([unowned])
  const body = { rules: ['no-owner'] }
  const { status, body: rule } = await call<StoredAcceptRule>(ada, 'POST', '/api/accept-rules', {
    body,
    reason: 'owners come with the next release',
    until: inDays(10),
  })
  expect([status, rule.accepted]).toEqual([201, 1])
  await judge([unowned, { ...unowned, name: 'id-other' }])
  expect((await list('state=accepted')).findings.map(({ acceptance }) => acceptance?.acceptRuleId)).toEqual([
    rule.acceptRuleId,
    rule.acceptRuleId,
  ])
  expect((await call(ada, 'DELETE', `/api/accept-rules/${rule.acceptRuleId}`)).status).toBe(200)
  expect((await list('rule=no-owner')).total).toBe(2)
  expect((await call(ada, 'DELETE', `/api/accept-rules/${rule.acceptRuleId}`)).body.code).toBe('NOT_FOUND')
})

test.each([
  ['a past day', { until: '2020-01-01T00:00:00Z' }, 400],
  ['a day far ahead', { until: '2040-01-01T00:00:00Z' }, 400],
  ['no reason', { reason: '  ' }, 400],
  ['an unseen character in the reason', { reason: 'abc\u202edef' }, 400],
  ['no finding', { hashes: [] }, 400],
  ['a finding that is none', { hashes: ['0'.repeat(64)] }, 404],
  ['something that is no hash', { hashes: ["' or 1=1"] }, 400],
])('an acceptance with %s is refused', async (_what, change, status) => {
  await judge([slash])
  const hashes = (await list()).findings.map(({ hash }) => hash)
  const body = { hashes, until: inDays(1), reason: 'because', ...change }
  expect((await call(ada, 'POST', '/api/findings/accept', body)).status).toBe(status)
  expect((await list('state=accepted')).total).toBe(0)
})

test('nobody sees the findings of another, and an administrator sees those of the portal', async () => {
  await judge([slash])
  await judge([unowned], 'portal')
  expect((await list('', dana)).total).toBe(0)
  expect([(await list()).total, (await list('of=portal')).total]).toEqual([1, 2])
})

test('pages follow one another, and filters hold on each', async () => {
  await judge(Array.from({ length: 4 }, (_, at) => ({ ...unowned, name: `id-${at}` })))
  const seen: string[] = []
  let after: string | null = ''
  while (after !== null) {
    const page: FindingPage = await list(`limit=3${after === '' ? '' : `&after=${after}`}`)
    expect(page.total).toBe(8)
    seen.push(...page.findings.map(({ hash }) => hash))
    after = page.nextAfter
  }
  expect(new Set(seen).size).toBe(8)
  const picked = async (query: string) =>
    (await call<FindingHashes>(ada, 'GET', `/api/findings/hashes?${query}`)).body
  expect(await picked('')).toEqual({ hashes: seen, total: 8 })
  expect(await picked('q=ID-3 match')).toMatchObject({ total: 1 })
  expect(said(await list('q=ID-3 match'))).toEqual(['cannot-match wrong'])
  expect((await list('q=id-3 nothing')).total).toBe(0)
  expect((await list(`q=${encodeURIComponent("%' or 1=1 --")}`)).total).toBe(0)
  expect((await list(`parent=${parentKeyOf('id-2')}&severity=low`)).total).toBe(1)
})

test('CSV and SARIF hold what fits, and a cell that is a formula is no formula', async () => {
  await judge([{ ...unowned, trusts: [{ name: '=cmd()', subject: 'repo:octo-org@1/shop@2:pull-request' }] }])
  const csv = await ada.inject({ method: 'GET', url: '/api/findings/export?format=csv' })
  expect(csv.headers['content-type']).toContain('text/csv')
  expect(csv.headers['content-disposition']).toMatch(/^attachment; filename="findings-\d{4}-\d\d-\d\d\.csv"$/)
  expect(csv.body.split('\r\n')).toHaveLength(4)
  expect(csv.body).toContain(`"'=cmd()"`)
  const sarif = await ada.inject({ method: 'GET', url: '/api/findings/export?format=sarif&rule=no-owner' })
  const log = sarif.json<{ runs: { results: { ruleId: string }[] }[] }>()
  expect(log.runs[0]?.results.map(({ ruleId }) => ruleId)).toEqual(['no-owner'])
})

test('findings that were fixed before the oldest snapshot are forgotten, and no others', async () => {
  await judge([slash, { ...slash, name: 'id-other' }])
  await judge([{ ...slash, name: 'id-other' }])
  const sweep = () => sweepFindings({ clock: portal.clock, db: portal.database, days: 400 })
  await laterByDays(399)
  await sweep()
  expect([(await list('state=fixed')).total, (await list()).total]).toEqual([1, 1])
  await laterByDays(2)
  await sweep()
  expect([(await list('state=fixed')).total, (await list()).total]).toEqual([0, 1])
})

test('an inventory without rows, and one that was never read, have no findings', async () => {
  expect(await groups()).toMatchObject({ run: null })
  await judge([])
  expect((await list()).total).toBe(0)
})
