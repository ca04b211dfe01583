import { expect, test } from 'vitest'
import { draftToSet, emptyPolicy, setToDraft } from './policy-form.ts'

const whole = {
  policies: [
    {
      id: 'all',
      title: 'All parts',
      contact: 'Ada',
      parentKinds: ['managedIdentity' as const],
      scopes: ['/subscriptions/11111111-2222-4333-8444-555555555555'],
      allowedIssuers: ['https://token.actions.githubusercontent.com'],
      allowedOwners: ['contoso', 'octo-org'],
      forbidden: ['pull-request' as const, 'pattern' as const],
      forbiddenSubjects: ['repo:*'],
      names: ['gh-*'],
      roleReasons: { roles: ['owner-like'], minLength: 20 },
      mayCreate: ['1c0f6a7e-30b1-4a55-8f0d-5f3a9e7d0002'],
      exceptAdministrators: true,
    },
    { id: 'little', title: 'Little' },
  ],
  knownIssuers: ['https://issuer.contoso.com'],
  knownAudiences: ['api://contoso'],
}

test('what is stored comes through the form as it was', () => {
  expect(draftToSet(setToDraft(whole))).toEqual({ set: whole })
})

test('a new rule gets an ID from its title that no other has', () => {
  const draft = setToDraft({ policies: [{ id: 'names', title: 'Names' }] })
  const twice = ['a', 'b'].map((key) => ({ ...emptyPolicy(key), title: 'Names' }))
  expect(draftToSet({ ...draft, policies: [...draft.policies, ...twice] })).toMatchObject({
    set: { policies: [{ id: 'names' }, { id: 'names-2' }, { id: 'names-3' }] },
  })
})

test.each([
  [{ title: '' }, 'The title is empty.'],
  [{ scopes: 'rg-pay' }, 'A scope starts with /subscriptions/….'],
  [{ reasonRoles: 'Owner' }, 'Write owner-like, broad, or the GUID of a role.'],
  [{ mayCreate: 'ada@contoso.com' }, ''],
  [{ reasonRoles: 'broad', reasonLength: 'long' }, ''],
])('a rule with %j is refused, and which one is said', (change, message) => {
  const draft = { ...emptyPolicy('mine'), title: 'Mine', ...change }
  const result = draftToSet({ policies: [draft], knownIssuers: '', knownAudiences: '' })
  expect(result).toMatchObject({
    problems: expect.arrayContaining([{ key: 'mine', message: expect.stringContaining(message) }]),
  })
})
