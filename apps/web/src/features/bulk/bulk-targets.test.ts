import { expect, test } from 'vitest'
import { emptyBulk } from './bulk-form.ts'
import { newTargets } from './bulk-targets.ts'

const place = {
  ...emptyBulk,
  newSubscription: '11111111-1111-4111-8111-111111111111',
  newGroup: 'rg-pay',
  newLocation: 'westeurope',
  stem: 'id-pay',
  newCount: '3',
}

test('new identities are numbered behind their stem', () => {
  const { targets, problems } = newTargets(place)
  expect(problems).toEqual([])
  expect(targets.map(({ name, stored }) => [name, stored.length])).toEqual([
    ['id-pay-1', 0],
    ['id-pay-2', 0],
    ['id-pay-3', 0],
  ])
})

test.each([
  [{ newCount: 'many' }, 'newCount', 'Write a number'],
  [{ newCount: '1.5' }, 'newCount', 'Write a number'],
  [{ newCount: '501' }, 'newCount', 'Write a number'],
  [{ newCount: '-1' }, 'newCount', 'Write a number'],
  [{ stem: '' }, 'stem', 'An identity name'],
  [{ stem: 'id pay' }, 'stem', 'An identity name'],
  [{ stem: 'x'.repeat(127) }, 'stem', 'at most 128'],
  [{ newSubscription: '' }, 'newSubscription', 'Choose a subscription'],
  [{ newGroup: '' }, 'newGroup', 'Choose a resource group'],
  [{ newGroup: '+', groupName: ' ' }, 'groupName', 'Give the resource group a name'],
  [{ newGroup: '+', groupName: 'rg pay.' }, 'groupName', 'resource group'],
  [{ newLocation: '' }, 'newLocation', 'Choose where'],
])('%j makes none, and says why at %s', (change, field, words) => {
  const { targets, problems } = newTargets({ ...place, ...change })
  expect(targets).toEqual([])
  expect(problems[0]?.field).toBe(field)
  expect(problems[0]?.message).toContain(words)
})

test('a new group is asked for with its region by each of them', () => {
  const { targets } = newTargets({ ...place, newGroup: '+', groupName: ' rg-new ' })
  expect(targets.map(({ parent }) => parent)).toEqual(
    [1, 2, 3].map((number) => ({
      kind: 'newManagedIdentity',
      subscriptionId: place.newSubscription,
      resourceGroup: 'rg-new',
      location: 'westeurope',
      groupLocation: 'westeurope',
      identityName: `id-pay-${number}`,
    })),
  )
})

test('no number is none', () => {
  expect(newTargets({ ...place, newCount: '' })).toEqual({ targets: [], problems: [] })
})

test('new applications are numbered behind their stem and need no place', () => {
  const { targets, problems } = newTargets({
    ...emptyBulk,
    newKind: 'application',
    newCount: '2',
    stem: 'pay',
  })
  expect(problems).toEqual([])
  expect(targets.map(({ parent }) => parent)).toEqual([
    { kind: 'newApplication', displayName: 'pay-1' },
    { kind: 'newApplication', displayName: 'pay-2' },
  ])
  expect(new Set(targets.map(({ key }) => key)).size).toBe(2)
})

test('new applications without a name are asked for one', () => {
  const { problems } = newTargets({ ...emptyBulk, newKind: 'application', newCount: '2', stem: ' ' })
  expect(problems).toMatchObject([{ field: 'stem', message: 'Give the application a name.' }])
})
