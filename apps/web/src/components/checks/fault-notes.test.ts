import { expect, test } from 'vitest'
import { describedBy } from '../forms/field-frame.tsx'
import { faultNotes } from './fault-notes.ts'
import { trustCauses } from './trust-causes.ts'

const issuer = 'https://token.actions.githubusercontent.com'
const audiences = ['api://AzureADTokenExchange']
const causes = trustCauses({ issuer, subject: 'repo:contoso/pay-api:environment/prod', audiences }, {})

test('the field at fault is marked, and no other', () => {
  expect(faultNotes(causes, 'subject')).toMatchObject([{ severity: 'fault' }])
  expect(faultNotes(causes, 'issuer')).toEqual([])
  expect(
    faultNotes(trustCauses({ issuer, subject: 'repo:contoso/pay:pull_request', audiences }, {}), 'subject'),
  ).toEqual([])
})

test('a screen reader hears that the value is at fault, and what the form refuses is said once', () => {
  const words = { label: 'Subject', notes: faultNotes(causes, 'subject') }
  expect(describedBy('subject', words, undefined)).toMatchObject({
    'aria-invalid': true,
    'aria-describedby': 'field-subject-notes',
  })
  expect(describedBy('subject', words, 'Shorten it.')).toMatchObject({
    'aria-invalid': true,
    'aria-describedby': 'field-subject-error',
  })
  expect(describedBy('subject', { label: 'Subject' }, undefined)).toMatchObject({ 'aria-invalid': false })
})
