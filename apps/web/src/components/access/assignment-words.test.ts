import type { RoleAssignment } from '@trustwright/shared-schemas'
import { expect, test } from 'vitest'
import { flagsOf, keptBecause, readingWords, roleTitle } from './assignment-words.ts'

const calm: RoleAssignment = {
  assignmentId: '/subscriptions/s/resourceGroups/rg/providers/Microsoft.Authorization/roleAssignments/a',
  scope: '/subscriptions/s/resourceGroups/rg',
  scopeKind: 'resource-group',
  roleDefinitionId: '/subscriptions/s/providers/Microsoft.Authorization/roleDefinitions/r-1',
  roleName: 'Reader',
  ownerLike: false,
  broad: false,
  direct: true,
  conditioned: false,
}

test.each([
  [calm, []],
  [{ ...calm, ownerLike: true }, ['Owner-like']],
  [{ ...calm, ownerLike: null }, []],
  [{ ...calm, broad: true, scopeKind: 'subscription' }, ['Whole subscription']],
  [{ ...calm, broad: true, scopeKind: 'management-group' }, ['Whole management group']],
  [{ ...calm, broad: true, scopeKind: 'root', ownerLike: true }, ['Owner-like', 'Whole tenant']],
  [{ ...calm, direct: false, conditioned: true }, ['Through a group', 'Conditioned']],
] as const)('%j is flagged %j', (assignment, flags) => {
  expect(flagsOf(assignment).map(({ text }) => text)).toEqual(flags)
})

test.each([
  [{ ...calm, direct: false }, 'Held by a group'],
  [{ ...calm, scopeKind: 'root' }, 'Held above the subscriptions'],
  [{ ...calm, scopeKind: 'management-group', direct: false }, 'Held above the subscriptions'],
] as const)('what cannot be removed here says why: %j', (assignment, why) => {
  expect(keptBecause(assignment)).toContain(why)
})

test('what the identity itself holds can be removed', () => {
  expect(keptBecause(calm)).toBeNull()
})

test('a role whose definition cannot be read goes by its ID', () => {
  expect(roleTitle({ ...calm, roleName: null })).toBe('Role r-1')
})

test.each([
  [[], 3, 'No role in the 3 subscriptions that you can read. It can sign in, but do nothing there.'],
  [[], 1, 'No role in the subscription that you can read. It can sign in, but do nothing there.'],
  [[], 0, 'You can read no subscription, so nothing is known of its roles.'],
  [[calm], 3, '1 role in the 3 subscriptions that you can read.'],
])('%j found in %i subscriptions is told as: %s', (assignments, subscriptionsRead, words) => {
  expect(readingWords({ assignments, subscriptionsRead })).toBe(words)
})
