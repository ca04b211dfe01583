import { SetUpItem } from '@trustwright/shared-schemas'
import { expect, test } from 'vitest'
import { withRisks } from './review-risks.ts'

const trust = {
  name: 'gh-pay',
  issuer: 'https://token.actions.githubusercontent.com',
  subject: 'repo:contoso/pay:environment/prod',
  audiences: ['api://AzureADTokenExchange'],
}
const item = SetUpItem.parse({
  key: 'trust',
  parent: { kind: 'newApplication', displayName: 'Pay' },
  trusts: [trust, { ...trust, name: 'gh-pay-stage' }],
  roles: [],
})

test('a row without a risk is sent as it is', () => {
  expect(withRisks(item, [])).toBe(item)
})

test('each trust of the row names the risks that were taken, as the contract wants them', () => {
  const { trusts } = SetUpItem.parse(withRisks(item, ['github-entity-word']))
  expect(trusts.map(({ acceptRisks }) => acceptRisks)).toEqual([
    ['github-entity-word'],
    ['github-entity-word'],
  ])
  expect(item.trusts[0]).not.toHaveProperty('acceptRisks')
})
