import type { RequestAsked } from '@trustwright/shared-schemas'
import { expect, test } from 'vitest'
import { nameOfWish, trustsOfWish } from './wish-words.ts'

const place = {
  subscriptionId: '11111111-2222-4333-8444-555555555555',
  resourceGroup: 'rg-pay',
  identityName: 'id-pay',
}
const parent = { kind: 'managedIdentity', ...place } as const
const made = { kind: 'newManagedIdentity', ...place, location: 'westeurope' } as const
const values = {
  issuer: 'https://token.actions.githubusercontent.com',
  subject: 'repo:contoso/pay:environment:prod',
  audiences: ['api://AzureADTokenExchange'],
}
const trust = { name: 'gh-pay', ...values }
const row = (change: object) => ({ key: '1', parent, trusts: [trust], roles: [], ...change })

test.each<[RequestAsked, string, number]>([
  [{ kind: 'create', parent, trust }, 'gh-pay', 1],
  [
    {
      kind: 'change',
      parent,
      trustName: 'gh-pay',
      change: { ...values, fingerprint: 'x' },
      before: { ...values, expression: null, description: null },
    },
    'a change of gh-pay',
    1,
  ],
  [{ kind: 'set-up', items: [row({})] }, 'gh-pay', 1],
  [{ kind: 'set-up', items: [row({ parent: made })] }, 'id-pay with 1 trust', 1],
  [{ kind: 'set-up', items: [row({ trusts: [] })] }, 'access of id-pay', 0],
  [{ kind: 'set-up', items: [row({}), row({ key: '2' })] }, '2 trusts on id-pay', 2],
  [
    { kind: 'set-up', items: [row({}), row({ parent: { ...made, identityName: 'id-b' } })] },
    '2 trusts on 2 identities',
    2,
  ],
])('%j is told as %s', (asked, name, trusts) => {
  expect(nameOfWish(asked)).toBe(name)
  expect(trustsOfWish(asked)).toHaveLength(trusts)
})
