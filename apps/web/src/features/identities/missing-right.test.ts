import { errorCatalogue, type Access, type ErrorCode } from '@trustwright/shared-schemas'
import { expect, test } from 'vitest'
import { ApiProblem } from '../../api/api-problem.ts'
import { missingRight, worthTelling, type KnownRights } from './missing-right.ts'

const access = (allowed: boolean, role: string): Access => ({ allowed, action: 'a/write', role, scope: '/s' })
const unknown: KnownRights = { createGroup: null, createIdentity: null, createInGroup: null }
const none: KnownRights = {
  createGroup: access(false, 'Contributor'),
  createIdentity: access(false, 'Managed Identity Contributor'),
  createInGroup: access(false, 'Managed Identity Contributor'),
}
const all: KnownRights = {
  createGroup: access(true, 'Contributor'),
  createIdentity: access(true, 'Managed Identity Contributor'),
  createInGroup: access(true, 'Managed Identity Contributor'),
}
const inGroup = { groupChoice: 'existing', existingGroup: 'rg-pay' } as const
const inNewGroup = { groupChoice: 'new', existingGroup: 'rg-pay' } as const

test.each([
  ['the chosen group', inGroup, none, 'create an identity in rg-pay', 'Managed Identity Contributor'],
  [
    'the chosen group alone',
    inGroup,
    { ...all, createInGroup: none.createInGroup },
    'create an identity in rg-pay',
    'Managed Identity Contributor',
  ],
  ['a new group', inNewGroup, none, 'create a resource group here', 'Contributor'],
  [
    'an identity in a new group',
    inNewGroup,
    { ...all, createIdentity: none.createIdentity },
    'create an identity in a new resource group here',
    'Managed Identity Contributor',
  ],
] as const)('a right missing for %s is told with its role', (_, values, known, to, role) => {
  const missing = missingRight(values, known)
  expect([missing?.to, missing?.access.role]).toEqual([to, role])
  expect(missing?.blockedReason).toContain(`You may not ${to}.`)
})

test.each([
  ['a right in the chosen group only', inGroup, { ...none, createInGroup: all.createInGroup }],
  ['a chosen group of which nothing is known yet', inGroup, { ...none, createInGroup: null }],
  [
    'a new group, whatever the group chosen before',
    inNewGroup,
    { ...all, createInGroup: none.createInGroup },
  ],
  ['a new group where Azure does not tell', inNewGroup, unknown],
] as const)('nothing stands in the way of %s', (_, values, known) => {
  expect(missingRight(values, known)).toBeNull()
})

function problem(code: ErrorCode): ApiProblem {
  const { status, title } = errorCatalogue[code]
  return new ApiProblem({
    type: 'about:blank',
    title,
    status,
    code,
    detail: 'What and why.',
    nextStep: 'What to do.',
    requestId: 'r-1',
  })
}

test.each(['NOT_FOUND', 'THROTTLED', 'UPSTREAM_FAILED'] as const)('%s of the rights is told', (code) => {
  const error = problem(code)
  expect(worthTelling(error)).toBe(error)
})

test('who may not read their rights is not alarmed', () => {
  expect(worthTelling(problem('FORBIDDEN'))).toBeNull()
})
