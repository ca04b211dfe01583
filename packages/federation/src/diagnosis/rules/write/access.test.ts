import { expect, test } from 'vitest'
import { saidOfWrite } from '../../../testing/said-of-write.ts'

const principal = { principalId: 'p-1', displayName: 'sp-shop' }

test.each([
  [{ roleAssignments: [] }, 'role-missing'],
  [{ principal, roleAssignments: [{ principalId: 'p-2', displayName: 'sp-other' }] }, 'role-missing'],
  [
    { principal, roleAssignments: [{ principalId: 'p-2', displayName: 'sp-shop' }] },
    'role-of-other-principal',
  ],
])('with %j the identity has no access', (context, code) => {
  expect(saidOfWrite(context)).toEqual([code])
})

test.each([
  [{}],
  [{ principal, roleAssignments: [{ principalId: 'p-1' }] }],
  [{ roleAssignments: [{ role: 'Reader' }] }],
])('with %j nothing is known against it', (context) => {
  expect(saidOfWrite(context)).toEqual([])
})

test('a deletion needs no access', () => {
  expect(saidOfWrite({ roleAssignments: [] }, { operation: 'delete' })).toEqual([])
})
