import { expect, test } from 'vitest'
import { siftTrusts } from './nearest.ts'
import { presentedToken } from './presented.ts'

const github = 'https://token.actions.githubusercontent.com'
const audience = 'api://AzureADTokenExchange'
const subject = 'repo:contoso/shop:environment:prod'
const presented = presentedToken({}, { iss: github, sub: subject, aud: audience })
const trustOf = (name: string, change: object = {}) => ({
  name,
  issuer: github,
  subject,
  audiences: [audience],
  ...change,
})

/** Most alike first. */
const trusts = [
  trustOf('equal'),
  trustOf('other letters', { subject: 'repo:Contoso/shop:environment:prod' }),
  trustOf('other environment', { subject: 'repo:contoso/shop:environment:dev' }),
  trustOf('other audience', { audiences: ['contoso'] }),
  trustOf('other repository', { subject: 'repo:contoso/pay:ref:refs/heads/main' }),
  trustOf('other owner', { subject: 'repo:fabrikam/pay:ref:refs/heads/main' }),
  trustOf('other platform', { issuer: 'https://gitlab.com', subject: 'project_path:fabrikam/pay:ref' }),
]
const names = (some: readonly { readonly name: string }[]) => some.map(({ name }) => name)

test.each([
  ['best first', trusts],
  ['worst first', trusts.toReversed()],
  ['mixed', [3, 6, 0, 5, 2, 4, 1].flatMap((at) => trusts[at] ?? [])],
])('given %s, the nearest come most alike first, however many are asked for', (_, given) => {
  for (const count of [1, 3, 7, 20])
    expect(names(siftTrusts(given, presented, count).nearest)).toEqual(names(trusts.slice(0, count)))
})

test('trusts that are alike to the same degree stay in their order', () => {
  const given = ['a', 'b', 'c', 'd'].map((name) => trustOf(name, { audiences: ['contoso'] }))
  expect(names(siftTrusts(given, presented, 3).nearest)).toEqual(['a', 'b', 'c'])
})

test('every trust that fits is found, also behind many that do not, and one that differs in a letter is none', () => {
  const given = [...trusts.slice(1), trustOf('equal too'), ...trusts]
  expect(names(siftTrusts(given, presented, 3).matching)).toEqual(['equal too', 'equal'])
  expect(siftTrusts(trusts.slice(1), presented, 3).matching).toEqual([])
})

test.each([
  ['no subject', { subject: null }],
  ['no audience', { audiences: [] }],
  ['a pattern that does not fit', { subject: null, claimsMatchingExpression: "claims['sub'] eq 'x'" }],
])('a trust with %s never fits', (_, change) => {
  expect(siftTrusts([trustOf('a', change)], presented, 3).matching).toEqual([])
})
