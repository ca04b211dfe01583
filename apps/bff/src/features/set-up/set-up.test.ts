import { emptyDraftBody } from '@trustwright/shared-schemas'
import type {
  ActivityPage,
  ApplicationDetail,
  Draft,
  RoleAssignmentList,
  SetUpItem,
  SetUpRun,
  SetUpRunPage,
  Trust,
} from '@trustwright/shared-schemas'
import { expect, test } from 'vitest'
import { call, development } from '../../testing/portal-world.ts'
import {
  addFault,
  endOf,
  group,
  readerOnGroup,
  readerRole,
  resume,
  rowOf,
  runThrough,
  runsUrl,
  startRun,
  stepsOf,
  told,
  trustOf,
  unpaced,
  writesOf,
} from '../../testing/set-up-steps.ts'
import { setUpWorld } from '../../testing/set-up-world.ts'

const the = setUpWorld('admin', unpaced)

async function trustsOf(identityName: string): Promise<Trust[]> {
  const url = `/api/identities/mi/${development}/rg-pay-dev/${identityName}/trusts`
  return (await call<{ trusts: Trust[] }>(the.person, 'GET', url)).body.trusts
}

test('an identity, its trusts and its role are made in this order, and once', async () => {
  const items = [{ ...rowOf('id-set-up-one', ['one-dev', 'one-prod']), roles: readerOnGroup }]
  const { runId } = await startRun(the.person, items)
  const page = await endOf(the.person, runId)
  expect(page.run).toMatchObject({ state: 'finished', stopReason: null, secondsLeft: null, itemCount: 1 })
  expect(told(page)).toEqual([
    'identity id-set-up-one: done',
    'trust one-dev: done',
    'trust one-prod: done',
    `role ${readerRole} ${group}: done`,
  ])
  const times = stepsOf(page).map(({ finishedAt }) => Date.parse(finishedAt ?? ''))
  expect(times).toEqual(times.toSorted((one, other) => one - other))
  const [identity] = stepsOf(page)
  expect(identity?.result).toMatchObject({ clientId: expect.any(String), principalId: expect.any(String) })
  expect((await trustsOf('id-set-up-one')).map(({ name }) => name).toSorted()).toEqual([
    'one-dev',
    'one-prod',
  ])
  const held = `/api/principals/${identity?.result?.['principalId']}/role-assignments`
  const { body } = await call<RoleAssignmentList>(the.person, 'GET', held)
  expect(body.assignments.map(({ roleDefinitionId }) => roleDefinitionId.endsWith(readerRole))).toEqual([
    true,
  ])

  const again = await runThrough(the.person, items)
  expect(stepsOf(again).map(({ state }) => state)).toEqual(Array(4).fill('already-there'))
  expect((await writesOf(the.world.emulator, 'id-set-up-one')).done).toHaveLength(3)
})

test('an application, its service principal, trusts and role are made, and rows of one name share it', async () => {
  const parent = { kind: 'newApplication', displayName: 'Set-up of pay' } as const
  const items: SetUpItem[] = [
    { key: 'a', parent, trusts: [{ ...trustOf('pay-dev'), description: 'Dev' }], roles: [] },
    { key: 'b', parent, trusts: [trustOf('pay-prod')], roles: readerOnGroup },
  ]
  const page = await runThrough(the.person, items)
  expect(told(page)).toEqual([
    'application Set-up of pay: done',
    'service-principal Set-up of pay: done',
    'trust pay-dev: done',
    'trust pay-prod: done',
    `role ${readerRole} ${group}: done`,
  ])
  const appId = stepsOf(page)[0]?.result?.['appId']
  const { body } = await call<ApplicationDetail>(the.person, 'GET', `/api/applications/${appId}`)
  expect(body).toMatchObject({ trustCount: 2, application: { signInAudience: 'AzureADMyOrg' } })
  const known: SetUpItem = {
    key: 'c',
    parent: { kind: 'application', appId: appId ?? '' },
    trusts: [trustOf('pay-dev')],
    roles: readerOnGroup,
  }
  const second = await runThrough(the.person, [known])
  // The description of the stored one is not asked for, so it stays.
  expect(stepsOf(second).map(({ state }) => state)).toEqual(Array(3).fill('already-there'))
})

test('every write is in the audit trail, and a draft leads to its run', async () => {
  const { body: kept } = await call<Draft>(the.person, 'POST', '/api/drafts', emptyDraftBody)
  const items = [{ ...rowOf('id-audited', ['audited']), roles: readerOnGroup }]
  const { body: run } = await call<SetUpRun>(the.person, 'POST', runsUrl, { draftId: kept.draftId, items })
  await endOf(the.person, run.runId)
  const { body: activity } = await call<ActivityPage>(the.person, 'GET', '/api/activity?limit=3')
  expect(activity.events.map(({ operation, outcome }) => `${operation} ${outcome}`)).toEqual([
    'role-assignment.create succeeded',
    'trust.create succeeded',
    'identity.create succeeded',
  ])
  const { body: read } = await call<Draft>(the.person, 'GET', `/api/drafts/${kept.draftId}`)
  expect([read.runId, read.version]).toEqual([run.runId, 1])
  const foreign = await the.world.portal.signedIn('developer')
  const stolen = await call(foreign, 'POST', runsUrl, { draftId: kept.draftId, items })
  expect([stolen.status, stolen.body.code]).toEqual([404, 'DRAFT_NOT_FOUND'])
})

test('what is there with other values is left as it is, told with both sides, and holds back nothing else', async () => {
  await runThrough(the.person, [rowOf('id-conflict', ['taken', 'pair'])])
  const row = (key: string, trusts: SetUpItem['trusts']): SetUpItem => ({
    ...rowOf('id-conflict', [], key),
    trusts,
  })
  const items = [
    { ...row('name', [{ ...trustOf('other'), name: 'TAKEN' }, trustOf('behind')]), roles: readerOnGroup },
    row('pair', [{ ...trustOf('pair'), name: 'pair-again' }]),
    row('good', [trustOf('good')]),
  ]
  const page = await runThrough(the.person, items)
  expect(told(page)).toEqual([
    'identity id-conflict: already-there',
    'trust TAKEN: conflict',
    'trust behind: done',
    `role ${readerRole} ${group}: cancelled`,
    'trust pair-again: conflict',
    'trust good: done',
  ])
  const [, name, , role, pair] = stepsOf(page)
  expect(name).toMatchObject({
    code: 'TRUST_NAME_TAKEN',
    detail:
      'The name taken is taken by a trust with other values: its subject is repo:contoso/taken:environment:prod, asked for was repo:contoso/other:environment:prod. It was left as it is.',
  })
  expect(role?.detail).toContain('not tried')
  expect(pair).toMatchObject({
    code: 'TRUST_PAIR_TAKEN',
    detail: expect.stringContaining('The trust pair has'),
  })
  expect((await trustsOf('id-conflict')).map(({ subject }) => subject)).toContain(
    'repo:contoso/taken:environment:prod',
  )
  const problems = await call<SetUpRunPage>(the.person, 'GET', `${runsUrl}/${page.run.runId}?only=problems`)
  expect(problems.body.items.map(({ key }) => key)).toEqual(['name', 'pair'])
})

test.each([
  [
    'an identity in another region',
    {
      ...rowOf('id-pay-deploy-dev', []),
      parent: { ...rowOf('id-pay-deploy-dev', []).parent, location: 'northeurope' },
    },
    'conflict',
    'IDENTITY_EXISTS',
  ],
  [
    'a group that is not there',
    { ...rowOf('id-nowhere', []), parent: { ...rowOf('id-nowhere', []).parent, resourceGroup: 'rg-none' } },
    'failed',
    'NOT_FOUND',
  ],
] as [string, SetUpItem, string, string][])('%s ends its rows with words', async (_, row, state, code) => {
  const page = await runThrough(the.person, [{ ...row, trusts: [trustOf('never')] }])
  const [identity, trust] = stepsOf(page)
  expect(identity).toMatchObject({ state, code, detail: expect.any(String), nextStep: expect.any(String) })
  expect(trust?.state).toBe('cancelled')
  expect(page.run.state).toBe('finished')
})

test('who may not write is told so, and the failed can be tried again alone when the right was given', async () => {
  const robin = await the.world.portal.signedIn('reader')
  const page = await runThrough(robin, [rowOf('id-of-reader', ['never'])])
  expect(stepsOf(page).map(({ state, code }) => [state, code])).toEqual([
    ['failed', 'FORBIDDEN'],
    ['cancelled', null],
  ])
  expect(stepsOf(page)[0]?.missing).toMatchObject({
    action: 'Microsoft.ManagedIdentity/userAssignedIdentities/write',
  })
  await resume(robin, page.run.runId, 'failed')
  const again = await endOf(robin, page.run.runId)
  expect(stepsOf(again)[0]).toMatchObject({ state: 'failed', code: 'FORBIDDEN' })
  const nothing = await call(robin, 'POST', `${runsUrl}/${page.run.runId}/resume`, {})
  expect([nothing.status, nothing.body.code]).toEqual([409, 'SET_UP_NOTHING_LEFT'])
})

test('a service principal that is refused holds back its roles, not the trusts', async () => {
  const parent = { kind: 'newApplication', displayName: 'Without principal' } as const
  const denied = { status: 403, code: 'Authorization_RequestDenied' }
  await addFault(the.world.emulator, {
    match: { method: 'POST', pathPrefix: '/v1.0/servicePrincipals' },
    effect: denied,
  })
  const items = [{ key: 'a', parent, trusts: [trustOf('alone')], roles: readerOnGroup }]
  const { runId } = await startRun(the.person, items)
  const states = (page: SetUpRunPage) => stepsOf(page).map(({ state }) => state)
  const expected = ['done', 'failed', 'done', 'cancelled']
  expect(states(await endOf(the.person, runId))).toEqual(expected)
  await resume(the.person, runId, 'failed')
  const again = await endOf(the.person, runId)
  expect(states(again)).toEqual(Array(4).fill('done'))
  expect(stepsOf(again)[1]).toMatchObject({
    code: null,
    detail: null,
    result: { principalId: expect.any(String) },
  })
})

test('nothing begins while a row breaks a rule, unless those rows are to be left out', async () => {
  const items = [rowOf('id-skip', ['skip']), { key: 'wrong' }]
  const { status, body } = await call(the.person, 'POST', runsUrl, { items })
  expect([status, body.code]).toEqual([422, 'SET_UP_ROWS_REFUSED'])
  expect(body.rows).toEqual([{ key: 'wrong', problems: expect.any(Array) }])
  expect((await writesOf(the.world.emulator, 'id-skip')).done).toEqual([])
  const skipped = await call<SetUpRun>(the.person, 'POST', runsUrl, { items, skipRefused: true })
  expect([skipped.status, skipped.body.itemCount]).toEqual([202, 1])
  expect((await endOf(the.person, skipped.body.runId)).run.counts.done).toBe(2)
})

test('a risk that was accepted is in the record of the write, and no risk is taken unasked', async () => {
  const { issuer, audiences } = trustOf('risky')
  const wrong = { name: 'risky', issuer, audiences, subject: 'repo:contoso/pay:pull-request' }
  const row = rowOf('id-risky', [])
  const refused = await call(the.person, 'POST', runsUrl, { items: [{ ...row, trusts: [wrong] }] })
  expect(refused.body.code).toBe('SET_UP_ROWS_REFUSED')
  const trusts = `/api/identities/mi/${development}/rg-pay-dev/id-pay-runtime-dev/trusts`
  const { causes = [] } = (await call(the.person, 'POST', trusts, wrong)).body
  const acceptRisks = causes.map(({ code }) => code)
  await runThrough(the.person, [{ ...row, trusts: [{ ...wrong, acceptRisks }] }])
  const address = `/api/identities/mi/${development}/rg-pay-dev/id-risky/activity`
  const { events } = (await call<ActivityPage>(the.person, 'GET', address)).body
  const after = events.find(({ operation }) => operation === 'trust.create')?.after
  expect(after).toMatchObject({ subject: wrong.subject, acceptedRisks: acceptRisks })
  expect(after).not.toHaveProperty('acceptRisks')
})

test.each([
  ['no row', { items: [] }],
  ['a row without a key', { items: [{}] }],
  ['an unknown field', { items: [{ key: 'a' }], token: 'x' }],
  ['a draft that is no ID', { items: [{ key: 'a' }], draftId: 'x' }],
  ['too many rows', { items: Array.from({ length: 10_001 }, (_, index) => ({ key: String(index) })) }],
])('%s is refused at once', async (_, wrong) => {
  for (const url of [runsUrl, '/api/set-up/dry-runs']) {
    const { status, body } = await call(the.person, 'POST', url, wrong)
    expect([status, body.code]).toEqual([400, 'INPUT_REFUSED'])
  }
})

test('somebody else’s run is not there for them', async () => {
  const { run } = await runThrough(the.person, [rowOf('id-mine', [])])
  const dana = await the.world.portal.signedIn('developer')
  const address = `${runsUrl}/${run.runId}`
  for (const answer of [
    await call(dana, 'GET', address),
    await call(dana, 'GET', `${address}/events`),
    await call(dana, 'POST', `${address}/stop`),
    await call(dana, 'POST', `${address}/resume`, {}),
  ]) {
    expect([answer.status, answer.body.code]).toEqual([404, 'SET_UP_NOT_FOUND'])
  }
  const mine = await call<{ runs: SetUpRun[] }>(dana, 'GET', runsUrl)
  expect(mine.body.runs).toEqual([])
})
