import { expect, test } from 'vitest'
import { farAccess } from './use-far-access.ts'

const subscription = '/subscriptions/11111111-2222-3333-4444-555555555555'
const group = `${subscription}/resourceGroups/rg-pay`
const reader = { scope: group, roleId: 'acdd72a7-3385-48ef-bd42-f606fba81ae7' }
const owner = { scope: group, roleId: '8e3af657-a8ff-443c-a75c-2fe8c4bcb635' }
const explained = { ...owner, reason: 'It manages the group.' }
const wide = { ...reader, scope: subscription }
const none = { reason: '', accepts: false }
const never = () => false

test.each([
  ['a role that reaches little', [reader], none, [], /^$/],
  ['an owner-like role of a link', [reader, owner], none, [owner], /^Say why/],
  ['an empty reason', [owner], { ...none, reason: '  ' }, [owner], /^Say why/],
  ['a reason that is too long', [owner], { ...none, reason: 'a'.repeat(501) }, [owner], /500/],
  ['a reason', [owner], { ...none, reason: 'It deploys.' }, [owner], /^$/],
  ['a tick in place of a reason', [owner], { ...none, accepts: true }, [owner], /^Say why/],
  ['a reason that was said on the step', [explained], none, [], /^$/],
  ['a whole subscription', [wide], none, [wide], /^Tick above/],
  ['a reason in place of a tick', [wide], { ...none, reason: 'It reads.' }, [wide], /^Tick above/],
  ['a ticked subscription', [wide], { ...none, accepts: true }, [wide], /^$/],
  [
    'both, of which one is answered',
    [owner, wide],
    { reason: 'It deploys.', accepts: false },
    [owner, wide],
    /^Tick above/,
  ],
])('%s is asked about, or not', (_, wanted, answers, roles, blocked) => {
  const far = farAccess(wanted, never, answers)
  expect(far.roles).toEqual(roles)
  expect(far.blocked ?? '').toMatch(blocked)
})

test('what was ticked on the step is not asked again', () => {
  expect(farAccess([wide], () => true, none)).toMatchObject({ roles: [], asksTick: false, blocked: null })
})
