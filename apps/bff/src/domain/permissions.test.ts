import { expect, test } from 'vitest'
import { carriesAction } from './permissions.ts'

const write = 'Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials/write'
const role = (actions: string[], notActions: string[] = []) => ({ actions, notActions })

test.each([
  ['no role at all', []],
  ['a role without actions', [role([])]],
  ['the read action only', [role([write.replace('/write', '/read')])]],
  ['a wildcard for reading', [role(['*/read'])]],
  ['a longer action', [role([`${write}/x`])]],
  ['a prefix without a wildcard', [role(['Microsoft.ManagedIdentity'])]],
  ['a wildcard that ends in another place', [role(['Microsoft.ManagedIdentity/*/delete'])]],
  ['pieces in the wrong order', [role(['*write*userAssignedIdentities*'])]],
  ['pieces that would have to overlap', [role([`${write}*write`])]],
  ['everything, less everything', [role(['*'], ['*'])]],
  ['everything, less this', [role(['*'], [write])]],
  ['everything, less this in other case', [role(['*'], [write.toUpperCase()])]],
  ['everything, less a wildcard', [role(['*'], ['Microsoft.ManagedIdentity/*'])]],
])('an action is not carried by %s', (_, permissions) => {
  expect(carriesAction(permissions, write)).toBe(false)
})

test.each([
  ['itself', [role([write])]],
  ['itself in other case', [role([write.toLowerCase()])]],
  ['everything', [role(['*'])]],
  ['a wildcard at the end', [role(['Microsoft.ManagedIdentity/*'])]],
  ['wildcards in the middle', [role(['Microsoft.*/userAssignedIdentities/*/write'])]],
  ['a wildcard that stands for nothing', [role([`${write}*`])]],
  ['one role, although another one excludes it', [role(['*'], [write]), role([write])]],
])('an action is carried by %s', (_, permissions) => {
  expect(carriesAction(permissions, write)).toBe(true)
})

test('the exclusions of one role do not take from another', () => {
  const permissions = [role(['*/read']), role(['*'], ['Microsoft.Authorization/*/write'])]
  expect(carriesAction(permissions, write)).toBe(true)
  expect(carriesAction(permissions, 'Microsoft.Authorization/roleAssignments/write')).toBe(false)
})

test('a pattern made to be slow is answered at once', () => {
  const started = performance.now()
  expect(carriesAction([role([`${'*a'.repeat(2000)}b`])], 'a'.repeat(20_000))).toBe(false)
  expect(performance.now() - started).toBeLessThan(500)
})
