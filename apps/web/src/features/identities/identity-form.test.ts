import { expect, test } from 'vitest'
import { emptyIdentityForm, IdentityForm, identityPlan, type IdentityFormValues } from './identity-form.ts'

const existing: IdentityFormValues = {
  ...emptyIdentityForm,
  existingGroup: 'rg-pay',
  identityName: 'id-pay-prod',
  location: 'westeurope',
}
const fresh: IdentityFormValues = {
  ...existing,
  groupChoice: 'new',
  existingGroup: '',
  newGroupName: 'rg-new',
  newGroupLocation: 'northeurope',
}

test('an existing group means one request', () => {
  expect(identityPlan(existing)).toEqual({
    newGroup: null,
    resourceGroup: 'rg-pay',
    identity: { identityName: 'id-pay-prod', location: 'westeurope' },
  })
})

test('a new group means two requests, and the identity goes into the new one', () => {
  expect(identityPlan(fresh)).toEqual({
    newGroup: { name: 'rg-new', location: 'northeurope' },
    resourceGroup: 'rg-new',
    identity: { identityName: 'id-pay-prod', location: 'westeurope' },
  })
})

test('what is half typed in the variant that is not chosen is no error, and is not sent', () => {
  const values = { ...existing, newGroupName: 'ends with a dot.' }
  expect(IdentityForm.safeParse(values).success).toBe(true)
  expect(identityPlan(values).newGroup).toBeNull()
})

test.each([
  ['existingGroup', { ...existing, existingGroup: '' }],
  ['newGroupName', { ...fresh, newGroupName: '' }],
  ['newGroupName', { ...fresh, newGroupName: 'rg pay' }],
  ['newGroupName', { ...fresh, newGroupName: 'rg.' }],
  ['newGroupName', { ...fresh, newGroupName: 'x'.repeat(91) }],
  ['newGroupLocation', { ...fresh, newGroupLocation: '' }],
  ['identityName', { ...existing, identityName: 'id' }],
  ['identityName', { ...existing, identityName: '-id-pay' }],
  ['identityName', { ...existing, identityName: 'x'.repeat(129) }],
  ['location', { ...existing, location: '' }],
  ['location', { ...existing, location: 'West Europe' }],
])('a wrong %s is refused at its field: %j', (field, values) => {
  const result = IdentityForm.safeParse(values)
  expect(new Set(result.error?.issues.map(({ path }) => path[0]))).toEqual(new Set([field]))
})
