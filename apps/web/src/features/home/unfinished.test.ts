import type { ActivityEvent, ActivityOperation, ActivityOutcome } from '@trustwright/shared-schemas'
import { expect, test } from 'vitest'
import { unfinished } from './unfinished.ts'

const identity =
  '/subscriptions/11111111-2222-3333-4444-555555555555/resourceGroups/rg-pay/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-pay'
const pay = `${identity}/federatedIdentityCredentials/gh-pay`

function event(operation: ActivityOperation, outcome: ActivityOutcome, target = pay): ActivityEvent {
  return {
    activityId: '33333333-3333-4333-8333-333333333333',
    at: '2026-11-01T10:00:00.000Z',
    actor: { objectId: 'o', username: 'dev@contoso.example' },
    door: 'cookie',
    operation,
    target,
    outcome,
    before: null,
    after: null,
    problemCode: null,
    upstreamRequestId: null,
  }
}

const why = (...newestFirst: ActivityEvent[]) => unfinished(newestFirst).map((one) => one.why)

test.each([
  ['created and never proven', [event('trust.create', 'succeeded')], ['unproven']],
  ['restored and never proven', [event('trust.restore', 'succeeded')], ['unproven']],
  [
    'changed after it was proven',
    [event('trust.change', 'succeeded'), event('trust.prove', 'succeeded')],
    ['unproven'],
  ],
  [
    'refused by Entra last',
    [event('trust.prove', 'refused'), event('trust.prove', 'succeeded')],
    ['refused'],
  ],
  ['lost on the way to Azure', [event('trust.create', 'unknown')], ['unknown']],
  ['proven last', [event('trust.prove', 'succeeded'), event('trust.prove', 'refused')], []],
  ['deleted', [event('trust.delete', 'succeeded'), event('trust.create', 'succeeded')], []],
  ['never made', [event('trust.create', 'refused')], []],
  ['asked for', [event('request.create', 'succeeded')], []],
  ['declined', [event('request.decline', 'succeeded'), event('request.create', 'succeeded')], []],
  ['lost while it was deleted', [event('trust.delete', 'unknown')], ['unknown']],
])('a trust that was %s', (_, events, expected) => {
  expect(why(...events)).toEqual(expected)
})

test.each([
  ['a deletion that Azure refused', event('trust.delete', 'refused')],
  ['an exchange that did not reach Entra', event('trust.prove', 'failed')],
])('%s leaves the question where it was', (_, later) => {
  expect(why(later, event('trust.create', 'succeeded'))).toEqual(['unproven'])
})

test('the same trust in other capitals is the same trust', () => {
  expect(
    why(event('trust.prove', 'succeeded', pay.toUpperCase()), event('trust.create', 'succeeded')),
  ).toEqual([])
})

test('identities, groups and sessions wait for nobody', () => {
  expect(
    why(
      event('identity.create', 'succeeded', identity),
      event('identity.create', 'unknown', identity),
      event('session.sign-in', 'succeeded', 'tenant'),
    ),
  ).toEqual([])
})

test('a refused exchange is told with the values that the trust was stored with, not with those Azure refused', () => {
  const values = (subject: string) => ({ issuer: 'https://issuer.fabrikam.example', subject })
  const [found] = unfinished([
    event('trust.prove', 'refused'),
    { ...event('trust.change', 'refused'), after: values('other') },
    { ...event('trust.create', 'succeeded'), after: values('job') },
  ])
  expect(found?.stored?.subject).toBe('job')
})

test('a trust of an application waits as one of an identity does', () => {
  const appId = 'cccccccc-1111-2222-3333-444444444444'
  const target = `/applications/${appId}/federatedIdentityCredentials/gh-pay`
  const [found] = unfinished([event('trust.create', 'succeeded', target)])
  expect(found?.key).toEqual({ parent: { kind: 'application', appId }, trustName: 'gh-pay' })
})
