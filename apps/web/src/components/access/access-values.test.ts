import { expect, test } from 'vitest'
import { isWide, lacksReason, roleOfForm, shownRole, withReason } from './access-values.ts'
import { emptyRoleForm, type RoleFormValues } from './role-form.ts'

const subscriptionId = '11111111-2222-3333-4444-555555555555'
const subscription = `/subscriptions/${subscriptionId}`
const scope = `${subscription}/resourceGroups/rg-pay`
const reader = { scope, roleId: 'acdd72a7-3385-48ef-bd42-f606fba81ae7' }
const contributor = { scope, roleId: 'b24988ac-6180-42a0-ab88-20f7382dd24c' }
const explained = { ...contributor, reason: 'It deploys.' }
const form: RoleFormValues = {
  ...emptyRoleForm,
  task: contributor.roleId,
  subscriptionId,
  resourceGroup: 'rg-pay',
}

test('an owner-like role is shown before its reason is said, and taken only with it', () => {
  expect(shownRole(form)).toEqual(contributor)
  expect(roleOfForm(form)).toBeNull()
  expect(roleOfForm({ ...form, reason: 'It deploys.' })).toEqual(explained)
  expect(shownRole({ ...form, reason: 'It deploys.' })).toEqual(contributor)
})

test.each([
  ['a role that reaches little', reader, false],
  ['an owner-like one', contributor, true],
  ['an owner-like one, in other letters', { ...contributor, roleId: contributor.roleId.toUpperCase() }, true],
  ['an owner-like one that was explained', explained, false],
  ['one that nobody here knows', { ...reader, roleId: '00000000-1111-4222-8333-444444444444' }, false],
])('%s lacks a reason: %s', (_, role, expected) => {
  expect(lacksReason(role)).toBe(expected)
})

test('a reason that is said later goes to the roles that lack one, and to no other', () => {
  expect(withReason([reader, contributor, explained], ' Because. ')).toEqual([
    reader,
    { ...contributor, reason: 'Because.' },
    explained,
  ])
})

test.each([
  [scope, false],
  [subscription, true],
])('a role on %s covers a whole subscription: %s', (at, expected) => {
  expect(isWide({ ...reader, scope: at })).toBe(expected)
})
