import { expect, test } from 'vitest'
import { offered, saidOf } from '../../../testing/said.ts'

test.each([
  [{ issuer: '' }, 'value-missing'],
  [{ issuer: null }, 'value-missing'],
  [{ issuer: ' ' }, 'value-missing'],
  [{ subject: null }, 'value-missing'],
  [{ audiences: [] }, 'audience-count'],
  [{ audiences: [''] }, 'audience-count'],
  [{ audiences: ['api://AzureADTokenExchange', 'a:b'] }, 'audience-count'],
  [{ claimsMatchingExpression: "claims['sub'] eq 'a'" }, 'subject-and-expression'],
] as const)('a trust with %j is refused', (change, code) => {
  expect(saidOf(change)[0]).toBe(code)
})

test('a trust with all three values is not', () => {
  expect(saidOf({})).toEqual([])
})

test('the audience of the cloud is offered where none is', () => {
  expect(offered({ audiences: [] }, { cloud: 'china' })).toBe('api://AzureADTokenExchangeChina')
})
