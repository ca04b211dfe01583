import { expect, test } from 'vitest'
import { saidOf, tenant } from '../../../testing/said.ts'

test.each([
  ['api://AzureADTokenExchange', 'china', 'audience-other-cloud'],
  ['api://AzureADTokenExchangeUSGov', 'public', 'audience-other-cloud'],
  ['api://azureadtokenexchange', 'public', 'audience-near-miss'],
  ['api://AzureADTokenExchange/', 'public', 'audience-near-miss'],
  ['api://AzureADTokenExchange/.default', 'public', 'audience-near-miss'],
  ['AzureADTokenExchange', 'public', 'audience-near-miss'],
  ['api://AzureADTokenExchnge', 'public', 'audience-near-miss'],
  ['api://AzureADTokenExchange,api://fabrikam', 'public', 'audience-list'],
  ['api://fabrikam; api://AzureADTokenExchange', 'public', 'audience-list'],
  ['api://AzureADTokenExchange api://fabrikam', 'public', 'audience-list'],
  ['["api://AzureADTokenExchange","api://fabrikam"]', 'public', 'audience-list'],
  ['contoso-deploy', 'public', 'audience-not-a-uri'],
  ['https://management.azure.com/', 'public', 'audience-not-default'],
] as const)('the audience %s in the cloud %s is told', (audience, cloud, code) => {
  expect(saidOf({ audiences: [audience] }, { cloud })).toEqual([code])
})

test.each([
  ['api://AzureADTokenExchange', 'public'],
  ['api://AzureADTokenExchangeChina', 'china'],
  ['https://contoso.com/deploy', 'public'],
  ['api://contoso-exchange', 'public'],
] as const)('the audience %s in the cloud %s is right', (audience, cloud) => {
  expect(saidOf({ audiences: [audience] }, { cloud })).toEqual([])
})

test('an audience that the platform does not carry is told', () => {
  const change = {
    issuer: 'https://contoso.semaphoreci.com',
    subject: `org:contoso:project:${tenant}:repo:shop:ref_type:branch:ref:refs/heads/main`,
  }
  expect(saidOf(change)).toEqual(['audience-of-platform'])
  expect(saidOf({ ...change, audiences: ['https://contoso.semaphoreci.com'] })).toEqual([])
})
