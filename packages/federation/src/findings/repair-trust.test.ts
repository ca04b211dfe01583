import { expect, test } from 'vitest'
import { repairTrust, type TrustValues } from './repair-trust.ts'

const right: TrustValues = {
  issuer: 'https://token.actions.githubusercontent.com',
  subject: 'repo:octo-org/shop:environment:production',
  expression: null,
  audiences: ['api://AzureADTokenExchange'],
}

test.each<[string, Partial<TrustValues>]>([
  ['a slash at the issuer', { issuer: 'https://token.actions.githubusercontent.com/' }],
  ['white space around the subject', { subject: ' repo:octo-org/shop:environment:production ' }],
  ['the wrong entity', { subject: 'repo:octo-org/shop:Environment:production' }],
  [
    'two faults at once',
    {
      issuer: 'https://token.actions.githubusercontent.com/',
      subject: 'repo:octo-org/shop:environment:production ',
    },
  ],
])('%s is put right in one go', (_, change) => {
  expect(repairTrust({ ...right, ...change }, [])).toEqual(right)
})

test('what has no single right answer stays as it is', () => {
  const odd = { ...right, subject: 'repo:octo-org/*:environment:production' }
  expect(repairTrust(odd, [])).toEqual(odd)
})

test('a chosen correction comes first, and a name is never corrected', () => {
  const actions = [
    { kind: 'set', field: 'audience', value: 'api://AzureADTokenExchangeUSGov' },
    { kind: 'set', field: 'name', value: 'other' },
  ] as const
  const { audiences, ...rest } = right
  expect(repairTrust({ ...rest, audiences: ['api://odd'] }, actions, { cloud: 'usgov' })).toEqual({
    ...rest,
    audiences: ['api://AzureADTokenExchangeUSGov'],
  })
  expect(audiences).toHaveLength(1)
})
