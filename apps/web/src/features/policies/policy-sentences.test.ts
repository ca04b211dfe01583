import { expect, test } from 'vitest'
import { asksForSomething, policySentences } from './policy-sentences.ts'

const people = new Map([['ab', 'Dana Dev (dana@contoso.com)']])
const base = { id: 'one', title: 'One' }

test.each([
  [{ allowedIssuers: ['https://a', 'https://b'] }, 'Only these issuers: https://a or https://b.'],
  [{ allowedOwners: ['contoso'] }, 'At GitHub, only repositories of contoso.'],
  [
    { forbidden: ['pull-request' as const, 'pattern' as const] },
    'Never trusts for pull requests or patterns of subjects.',
  ],
  [{ forbiddenSubjects: ['repo:*'] }, 'Never the subject repo:*.'],
  [{ names: ['gh-*'] }, 'The name of a trust has the form gh-*.'],
  [
    { roleReasons: { roles: ['owner-like', 'broad'], minLength: 20 } },
    'Giving roles like Owner or roles at a whole subscription takes a reason of at least 20 characters.',
  ],
  [
    { mayCreate: ['AB', 'gone'] },
    'Only these people and groups may create: Dana Dev (dana@contoso.com) or gone.',
  ],
])('%j reads as a sentence', (part, sentence) => {
  const policy = { ...base, ...part }
  expect(policySentences(policy, people)[0]).toBe(sentence)
  expect(asksForSomething(policy)).toBe(true)
})

test('where a rule holds is always said, and that it asks for nothing is known', () => {
  expect(policySentences(base, people)).toEqual(['Holds for managed identities and applications.'])
  expect(
    policySentences(
      {
        ...base,
        parentKinds: ['application'],
        scopes: ['/subscriptions/1'],
        exceptAdministrators: true,
        contact: 'Ada',
      },
      people,
    ),
  ).toEqual([
    'Holds for applications below /subscriptions/1.',
    'Administrators of the portal are not bound by it.',
    'To ask for an exception: Ada.',
  ])
  expect(asksForSomething(base)).toBe(false)
})
