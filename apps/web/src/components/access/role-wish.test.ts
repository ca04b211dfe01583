import { RequestWish, type TrustParent } from '@trustwright/shared-schemas'
import { expect, test } from 'vitest'
import { ApiProblem } from '../../api/api-problem.ts'
import { emptyRoleForm } from './role-form.ts'
import { isRefused, roleWish } from './role-wish.ts'

const subscriptionId = '11111111-2222-3333-4444-555555555555'
const parent: TrustParent = {
  kind: 'managedIdentity',
  subscriptionId,
  resourceGroup: 'rg-pay',
  identityName: 'id-pay',
}
const reader = 'acdd72a7-3385-48ef-bd42-f606fba81ae7'
const filled = { ...emptyRoleForm, task: reader, subscriptionId, resourceGroup: 'rg-pay' }

test('a role that is filled in whole is a request that the contract takes', () => {
  const wish = roleWish(parent, filled)
  expect(RequestWish.parse(wish)).toEqual({
    kind: 'set-up',
    items: [
      {
        key: 'access',
        parent,
        trusts: [],
        roles: [{ scope: `/subscriptions/${subscriptionId}/resourceGroups/rg-pay`, roleId: reader }],
      },
    ],
  })
})

test.each([
  ['without a task', { task: '' }],
  ['without a place', { resourceGroup: '' }],
  ['of a whole subscription that nobody ticked', { where: 'subscription' as const }],
  [
    'that is owner-like, without a reason',
    { task: 'own', ownRoleId: '8e3af657-a8ff-443c-a75c-2fe8c4bcb635' },
  ],
])('a role %s is no request yet', (_, change) => {
  expect(roleWish(parent, { ...filled, ...change })).toBeNull()
})

const problem = {
  type: 'about:blank',
  title: '',
  status: 403,
  code: 'FORBIDDEN',
  detail: '',
  nextStep: '',
  requestId: '',
} as const

test('a refusal by a rule or for a right can be asked for, and no other failure', () => {
  const rule = { policyId: 'p', title: 'No owners', why: 'w', fix: 'f', contact: null }
  const missing = { action: 'a', role: 'r', scope: '/s' }
  expect(isRefused(new ApiProblem({ ...problem, guardrails: [rule] }))).toBe(true)
  expect(isRefused(new ApiProblem({ ...problem, missing }))).toBe(true)
  expect(isRefused(new ApiProblem(problem))).toBe(false)
  expect(isRefused(new Error('offline'))).toBe(false)
})
