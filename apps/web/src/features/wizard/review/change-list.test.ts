import type { PlannedItem, SetUpDryRun, SetUpItem } from '@trustwright/shared-schemas'
import { expect, test } from 'vitest'
import {
  changesOfItem,
  changesOfPlan,
  changeTitle,
  leftRoles,
  waitWords,
} from '../../../components/set-up/change-list.ts'
import { planOf } from './review-plan.ts'

const subscriptionId = '11111111-2222-3333-4444-555555555555'
const scope = `/subscriptions/${subscriptionId}/resourceGroups/rg-pay`
const reader = { scope, roleId: 'acdd72a7-3385-48ef-bd42-f606fba81ae7' }
const owner = { scope, roleId: '8e3af657-a8ff-443c-a75c-2fe8c4bcb635' }
const newIdentity = {
  kind: 'newManagedIdentity',
  subscriptionId,
  resourceGroup: 'rg-pay',
  identityName: 'id-pay',
  location: 'westeurope',
} as const
const item: SetUpItem = {
  key: 'trust',
  parent: newIdentity,
  trusts: [
    { name: 'gh-pay', issuer: 'https://a.b', subject: 's', audiences: ['api://AzureADTokenExchange'] },
  ],
  roles: [reader, owner],
}
const step = (
  kind: PlannedItem['steps'][number]['kind'],
  verdict: PlannedItem['steps'][number]['verdict'],
  code: string | null = null,
) => ({
  kind,
  name: `the ${kind}`,
  verdict,
  code,
  detail: code === null ? null : `because of ${code}`,
})
const planned: PlannedItem = {
  key: 'trust',
  steps: [
    step('identity', 'already-there'),
    step('trust', 'create'),
    step('role', 'create'),
    step('role', 'refused', 'FORBIDDEN'),
  ],
}
const run = (parts: Partial<SetUpDryRun> = {}): SetUpDryRun => ({
  refused: [],
  items: [planned],
  parents: [],
  counts: { create: 2, 'already-there': 1, conflict: 0, refused: 1, unknown: 0 },
  unread: 0,
  seconds: 3.2,
  ...parts,
})
const roleName = (index: number) => `role ${String(index)}`
const seen = { isBlind: false, isReading: false }

test('each step has its sign, and each role its own words', () => {
  const changes = changesOfPlan(planned, roleName)
  expect(changes.map(({ effect, kind, name }) => [effect, kind, name])).toEqual([
    ['same', 'managed identity', 'the identity'],
    ['new', 'trust', 'the trust'],
    ['new', 'role', 'role 0'],
    ['left', 'role', 'role 1'],
  ])
  expect(changeTitle(changes, 'GitHub')).toBe('2 changes in Azure, none at GitHub')
})

test('a role that the person may not give is left out of what is sent, and stops nothing', () => {
  expect(leftRoles(planned)).toEqual([1])
  const plan = planOf(item, run(), roleName, seen)
  expect(plan).toMatchObject({ stopped: null, left: [owner], asked: { roles: [reader] } })
})

test('a role that Azure refuses for another reason stops it', () => {
  const steps = [step('trust', 'create'), step('role', 'refused', 'NOT_FOUND')]
  const plan = planOf(item, run({ items: [{ key: 'trust', steps }] }), roleName, seen)
  expect(plan.stopped?.kind).toBe('role')
  expect(plan.left).toEqual([])
  expect(changeTitle(plan.changes)).toBe('Azure would not take it as it is')
})

test('an identity that the person may not make stops it, with the right to ask for', () => {
  const write = { allowed: false, action: 'x/write', role: 'Managed Identity Contributor', scope }
  const parent = {
    parent: item.parent,
    keys: ['trust'],
    exists: false,
    trustsStored: 0,
    trustsToAdd: 1,
    slotsLeft: 20,
    write,
    problem: null,
  }
  const steps = [step('identity', 'refused', 'FORBIDDEN'), step('trust', 'create')]
  const plan = planOf(item, run({ items: [{ key: 'trust', steps }], parents: [parent] }), roleName, seen)
  expect(plan.stopped?.kind).toBe('managed identity')
  expect(plan.missing).toEqual({ to: 'make an identity in rg-pay', access: write })
})

test('a row that the server refuses as a whole stops it too', () => {
  const refused = [{ key: 'trust', problems: [{ path: '', message: 'The region takes no trusts.' }] }]
  const plan = planOf(item, run({ items: [], refused }), roleName, seen)
  expect(plan.stopped).not.toBeNull()
  expect(plan.notes.map(({ title }) => title)).toEqual(['The region takes no trusts.'])
})

test('before Azure answered nothing is claimed', () => {
  const plan = planOf(item, undefined, roleName, { isBlind: true, isReading: false })
  expect(new Set(plan.changes.map(({ effect }) => effect))).toEqual(new Set(['unsure']))
  expect(plan).toMatchObject({ stopped: null, left: [], isBlind: true, asked: { roles: [reader, owner] } })
})

const inNewGroup: SetUpItem = { ...item, parent: { ...newIdentity, groupLocation: 'westeurope' } }

test('a group that is made stands before what lies in it, also before Azure answered', () => {
  const [first, second] = changesOfItem(inNewGroup, roleName)
  expect([first, second]).toMatchObject([
    { effect: 'unsure', kind: 'resource group', name: 'rg-pay' },
    { kind: 'managed identity' },
  ])
  expect(changesOfItem(item, roleName).map(({ kind }) => kind)).not.toContain('resource group')
})

test('a group that the person may not make stops it, with the right to ask for', () => {
  const write = {
    allowed: false,
    action: 'Microsoft.Resources/subscriptions/resourceGroups/write',
    role: 'Contributor',
    scope: `/subscriptions/${subscriptionId}`,
  }
  const parent = {
    parent: inNewGroup.parent,
    keys: ['trust'],
    exists: false,
    trustsStored: 0,
    trustsToAdd: 1,
    slotsLeft: 20,
    write,
    problem: null,
  }
  const steps = [step('resource-group', 'refused', 'FORBIDDEN'), step('identity', 'refused', 'FORBIDDEN')]
  const plan = planOf(
    inNewGroup,
    run({ items: [{ key: 'trust', steps }], parents: [parent] }),
    roleName,
    seen,
  )
  expect(plan.stopped?.kind).toBe('resource group')
  expect(plan.missing).toEqual({ to: 'make the resource group rg-pay', access: write })
})

test.each<[string, PlannedItem['steps'], string, string | null]>([
  ['all there', [step('trust', 'already-there')], 'Nothing to change: all of it is there already', null],
  ['one', [step('trust', 'create')], 'One change in Azure, none at the platform', 'About 4 s to make.'],
  [
    'only what is left',
    [step('trust', 'already-there'), step('role', 'refused', 'FORBIDDEN')],
    'Nothing to change but what is left to an administrator',
    null,
  ],
])('%s is told by title and time', (_, steps, title, wait) => {
  const changes = changesOfPlan({ key: 'trust', steps }, roleName)
  expect(changeTitle(changes)).toBe(title)
  expect(waitWords(changes, 3.2)?.startsWith(wait ?? '') ?? null).toBe(wait === null ? null : true)
})

test.each([
  ['trust', 'refused', 'GUARDRAIL_REFUSED', true],
  ['role', 'refused', 'FORBIDDEN', true],
  ['trust', 'conflict', 'TRUST_NAME_TAKEN', false],
  ['role', 'refused', 'NOT_FOUND', false],
] as const)('a %s that is %s for %s can be asked for: %s', (kind, verdict, code, isAskable) => {
  const items = [{ key: 'trust', steps: [step(kind, verdict, code)] }]
  expect(planOf(item, run({ items }), roleName, seen).isAskable).toBe(isAskable)
})
