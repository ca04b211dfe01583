import { expect, test } from 'vitest'
import { policyDiff } from './policy-diff.ts'

const nobody = new Map<string, string>()
const rule = { id: 'names', title: 'Names', names: ['gh-*'] }

test('the same rules differ in nothing, in whatever order', () => {
  const other = { id: 'issuers', title: 'Issuers', allowedIssuers: ['https://a'] }
  expect(policyDiff({ policies: [rule, other] }, { policies: [other, rule] }, nobody)).toEqual([])
})

test('what came, what went and what changed is told rule by rule', () => {
  const before = { policies: [rule, { id: 'gone', title: 'Gone', allowedOwners: ['contoso'] }] }
  const after = {
    policies: [
      { ...rule, names: ['gha-*'] },
      { id: 'new', title: 'New', forbidden: ['pattern' as const] },
    ],
  }
  expect(policyDiff(before, after, nobody)).toEqual([
    {
      key: 'names',
      title: 'Names',
      kind: 'changed',
      gone: ['The name of a trust has the form gh-*.'],
      come: ['The name of a trust has the form gha-*.'],
    },
    expect.objectContaining({ key: 'gone', kind: 'removed' }),
    expect.objectContaining({ key: 'new', kind: 'added', gone: [] }),
  ])
})

test.each([
  [{ title: 'Other' }, 'Title: Names.'],
  [{ contact: 'Ada' }, undefined],
  [{ exceptAdministrators: true }, undefined],
])('the change %j is not lost', (change, gone) => {
  const [told] = policyDiff({ policies: [rule] }, { policies: [{ ...rule, ...change }] }, nobody)
  expect(told?.come).toHaveLength(1)
  expect(told?.gone[0]).toBe(gone)
})

test('issuers and audiences that are known count as well', () => {
  expect(policyDiff({ policies: [] }, { policies: [], knownIssuers: ['https://a'] }, nobody)).toEqual([
    { key: 'Known issuers', title: 'Known issuers', kind: 'added', gone: [], come: ['https://a'] },
  ])
})
