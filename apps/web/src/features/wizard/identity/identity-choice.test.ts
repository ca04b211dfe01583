import { emptyDraftBody, type DraftParent, type ResourceGroup } from '@trustwright/shared-schemas'
import { expect, test } from 'vitest'
import {
  newApplication,
  newGroup,
  newIdentity,
  otherChoice,
  parentOfChoice,
  problemsOfParent,
  startOfGroup,
  startOfIdentity,
} from './identity-choice.ts'
import { missingRight, reasonOf } from './identity-new-place.ts'
import type { SuggestedParent } from './rank-parents.ts'

const subscriptionId = '11111111-2222-3333-4444-555555555555'
const subscription = { subscriptionId, displayName: 'Pay', state: 'Enabled', tenantId: null }
const parent = {
  kind: 'managedIdentity',
  subscriptionId,
  resourceGroup: 'rg-pay',
  identityName: 'id-pay',
} as const
const fitting: SuggestedParent = {
  key: `mi ${subscriptionId} rg-pay id-pay`,
  parent,
  name: 'id-pay',
  place: 'rg-pay, westeurope',
  location: 'westeurope',
  reason: 'same-workload',
  trusts: 1,
  sameWorkload: 1,
  fits: true,
  against: null,
}
const full: SuggestedParent = { ...fitting, fits: false, against: 'full' }
const start = (of: DraftParent | null, found: readonly SuggestedParent[] = []) =>
  startOfIdentity({
    body: { ...emptyDraftBody, parent: of },
    found,
    subscriptions: [subscription],
    name: 'id-web',
  })
const group = (name: string): ResourceGroup => ({ subscriptionId, name, location: 'westeurope' })

test('one that trusts the workload already is proposed, a full one is not', () => {
  expect(start(null, [fitting]).choice).toBe(fitting.key)
  expect(start(null, [full]).choice).toBe(newIdentity)
})

test('a new one is proposed beside the one that fits, with names of the workload', () => {
  expect(start(null, [{ ...fitting, reason: 'name' }])).toMatchObject({
    choice: newIdentity,
    subscriptionId,
    group: 'rg-pay',
    location: 'westeurope',
    identityName: 'id-web',
    newGroupName: 'rg-web',
    displayName: 'web',
  })
})

test.each<[string, DraftParent, string]>([
  ['an offered one', { kind: 'existing', parent }, fitting.key],
  ['another one', { kind: 'existing', parent: { ...parent, identityName: 'id-x' } }, otherChoice],
  ['a new application', { kind: 'newApplication', displayName: 'x' }, newApplication],
])('a draft that chose %s opens with it', (_, of, choice) => {
  expect(start(of, [fitting]).choice).toBe(choice)
})

const chosen: DraftParent = {
  kind: 'newManagedIdentity',
  subscriptionId,
  resourceGroup: 'rg-there',
  location: 'westeurope',
  identityName: 'id-web',
}

test.each([
  ['a group that is there', chosen],
  ['a group that is made', { ...chosen, groupLocation: 'westeurope' }],
])('with %s the form holds what the draft says, and gives it back', (_, of) => {
  expect(parentOfChoice(start(of), [], null)).toEqual(of)
})

test('a group that an earlier run made is not made again', () => {
  const form = start({ ...chosen, groupLocation: 'westeurope' })
  const now = { ...form, ...startOfGroup(form, [group('rg-there'), group('rg-b')]) }
  expect(parentOfChoice(now, [], null)).toEqual(chosen)
})

test.each([
  ['an only group is taken', '', ['rg-pay'], 'rg-pay', 'rg-web'],
  ['a group that is not there is made', 'rg-gone', ['rg-pay'], newGroup, 'rg-gone'],
  ['capitals are those of Azure', 'RG-pay', ['rg-pay', 'rg-b'], 'rg-pay', 'rg-web'],
])('%s', (_, before, names, after, made) => {
  const values = { ...start(null), group: before }
  expect(startOfGroup(values, names.map(group))).toMatchObject({ group: after, newGroupName: made })
})

test('of several groups none is taken, and one that was chosen stays', () => {
  const groups = [group('rg-a'), group('rg-b')]
  expect(startOfGroup({ ...start(null), group: '' }, groups)).toBeNull()
  expect(startOfGroup({ ...start(null), group: 'rg-b' }, groups)).toBeNull()
  expect(startOfGroup({ ...start(null), group: newGroup }, groups)).toBeNull()
})

test.each([
  ['nothing chosen', {}, ['group', 'location']],
  [
    'a new group without a name',
    { group: newGroup, newGroupName: ' ', location: 'westeurope' },
    ['newGroupName'],
  ],
  [
    'a name that Azure refuses',
    { group: 'rg', location: 'westeurope', identityName: 'a b' },
    ['identityName'],
  ],
])('%s is said at its field', (_, parts, fields) => {
  const values = { ...start(null), group: '', location: '', ...parts }
  const wanted = parentOfChoice(values, [], null)
  if (wanted === null) throw new Error('Nothing was chosen')
  expect(problemsOfParent(wanted, values.group).map(({ field }) => field)).toEqual(fields)
})

test('another one that nobody picked is no choice', () => {
  expect(parentOfChoice({ ...start(null), choice: otherChoice }, [], null)).toBeNull()
})

const denied = { allowed: false, action: 'a', role: 'r', scope: 's' }
const right = { isMaking: false, name: 'rg', inGroup: null, createGroup: null, createInNew: null }

test('a missing right is known before the button: in the group, or for a new one', () => {
  expect(missingRight(right)).toBeNull()
  expect(missingRight({ ...right, inGroup: denied })?.to).toBe('make an identity in rg')
  expect(missingRight({ ...right, isMaking: true, inGroup: denied })).toBeNull()
  expect(missingRight({ ...right, isMaking: true, createGroup: denied })?.to).toBe(
    'make a resource group here',
  )
  expect(missingRight({ ...right, isMaking: true, createInNew: denied })?.to).toContain(
    'in a new resource group',
  )
})

test('a region without trusts and a name that is taken stand in the way, and only of a new identity', () => {
  const places = [{ name: 'mars', displayName: 'Mars', supportsTrusts: false }]
  const facts = { known: [group('rg-web')], places, missing: null }
  expect(reasonOf({ ...start(null), location: 'mars' }, facts)).toContain('takes no trusts in Mars')
  expect(reasonOf({ ...start(null), group: newGroup, newGroupName: 'RG-Web' }, facts)).toContain('already')
  expect(reasonOf({ ...start(null), choice: newApplication, location: 'mars' }, facts)).toBeNull()
})
