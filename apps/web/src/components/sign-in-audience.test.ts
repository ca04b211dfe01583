import { expect, test } from 'vitest'
import { audienceWords } from './sign-in-audience.ts'

test.each([
  ['AzureADMyOrg', 'This tenant only', false],
  ['AzureADMultipleOrgs', 'Any Entra tenant', true],
  ['AzureADandPersonalMicrosoftAccount', 'Any Entra tenant and personal accounts', true],
  ['PersonalMicrosoftAccount', 'Personal accounts only', true],
  ['SomethingNew', 'SomethingNew', true],
  [null, 'Not told', false],
])('the sign-in audience %j reads %j, flagged: %j', (stored, short, flagged) => {
  const words = audienceWords(stored)
  expect(words.short).toBe(short)
  expect(words.warning !== null).toBe(flagged)
})
