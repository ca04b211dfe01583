import { emptyDraftBody, type SetUpItem } from '@trustwright/shared-schemas'
import { expect, test } from 'vitest'
import { answersOf } from './review-words.ts'

const scope = '/subscriptions/11111111-2222-3333-4444-555555555555/resourceGroups/rg-pay'
const existing = {
  kind: 'existing',
  parent: { kind: 'managedIdentity', subscriptionId: 's', resourceGroup: 'rg-pay', identityName: 'id-pay' },
} as const

interface Given {
  readonly roles: readonly (readonly [short: string, reason?: string])[]
  readonly parent?: typeof existing | null
}

function access({ roles, parent = null }: Given) {
  // Of the item only trusts and roles are read.
  const item = {
    trusts: [],
    roles: roles.map(([, reason]) => ({
      roleId: 'r',
      scope,
      ...(reason === undefined ? {} : { reason }),
    })),
  } as unknown as SetUpItem
  const answers = answersOf({
    body: { ...emptyDraftBody, parent },
    item,
    name: 'id-pay',
    roles: roles.map(([short]) => ({ short })),
    already: 0,
    cloud: 'public',
  })
  return answers.find(({ step }) => step === 'access')
}

test('the reason that was written for an owner-like role stands beside it', () => {
  expect(access({ roles: [['Owner on rg-pay', 'Runs the landing zone.']] })).toMatchObject({
    value: 'Owner on rg-pay',
    why: 'Reason: Runs the landing zone.',
  })
})

test('of several roles each reason names its own', () => {
  const { why } = access({ roles: [['Reader on rg-web'], ['Owner on rg-pay', 'Landing zone.']] }) ?? {}
  expect(why).toBe('Reason for Owner on rg-pay: Landing zone.')
})

test.each<[string, Given, string | null]>([
  ['a role without a reason', { roles: [['Reader on rg-web']] }, null],
  ['an existing identity without a further role', { roles: [], parent: existing }, null],
  [
    'a new identity without any',
    { roles: [] },
    'It can sign in and do nothing yet. A role can be given later.',
  ],
])('no reason is made up for %s', (_, given, why) => {
  expect(access(given)?.why).toBe(why)
})
