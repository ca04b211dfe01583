import { expect, test } from 'vitest'
import { describeDifference } from './describe-difference.ts'
import { differenceRuns } from './difference-runs.ts'

const marked = (runs: readonly { text: string; differs: boolean }[]) =>
  runs.map(({ text, differs }) => (differs ? `[${text}]` : text)).join('')

test.each([
  ['repo:contoso/pay', 'repo:Contoso/Pay', 'repo:[c]ontoso/[p]ay', 'repo:[C]ontoso/[P]ay'],
  ['https://a.example', 'https://a.example/', 'https://a.example', 'https://a.example[/]'],
  ['x:ref:main', 'x:environment:main', 'x:[ref]:main', 'x:[environment]:main'],
  ['', 'a', '', '[a]'],
  ['aaa', 'aa', 'aa[a]', 'aa'],
  ['same', 'same', 'same', 'same'],
])('%j and %j are marked as %j and %j', (stored, presented, storedMarks, presentedMarks) => {
  const runs = differenceRuns(stored, presented)
  expect(marked(runs.stored)).toBe(storedMarks)
  expect(marked(runs.presented)).toBe(presentedMarks)
})

test.each([
  ['repo:contoso', 'repo:Contoso', 'Only upper and lower case differ: 1 letter, first at character 6'],
  ['https://a', 'https://a/', 'The token has a slash at the end, the trust has none'],
  ['https://a/', 'https://a', 'The trust has a slash at the end, the token has none'],
  [' api://x', 'api://x', 'White space around the value differs'],
  ['repo:a:ref:x', 'repo:a:environment:x', 'They differ from character 8 on'],
  ['a', 'a', 'Same, letter by letter'],
])('%j against %j: %s', (stored, presented, words) => {
  expect(describeDifference(stored, presented)).toBe(words)
})

const github = 'https://token.actions.githubusercontent.com'
const of = (entity: string) => `repo:contoso/pay:${entity}`

test.each([
  [
    github,
    of('environment:prod'),
    of('environment:stage'),
    'Environment differs: “prod” in the trust, “stage” in the token',
  ],
  [
    github,
    of('environment:prod'),
    of('ref:refs/heads/main'),
    'The trust is for environment prod, the token comes from branch main',
  ],
  [
    github,
    of('pull_request'),
    'repo:contoso/shop:pull_request',
    'Repository differs: “pay” in the trust, “shop” in the token',
  ],
  [
    github,
    of('environment:prod'),
    'repo:fabrikam/shop:environment:x',
    'Owner, repository and environment differ',
  ],
  [
    github,
    of('pull_request'),
    'repo:contoso@1/pay@2:pull_request',
    'Subject format differs: Names (older repositories) in the trust, Names with IDs (immutable) in the token',
  ],
  [
    'https://oidc.contoso.com/c',
    'system:serviceaccount:shop:api',
    'system:serviceaccount:pay:api',
    'Namespace differs: “shop” in the trust, “pay” in the token',
  ],
  [
    'https://oidc.contoso.com/c',
    'system:serviceaccount:shop:api',
    'system:serviceaccount:shop:web',
    'Service account differs: “api” in the trust, “web” in the token',
  ],
  [
    github,
    of('environment:prod'),
    `${of('environment:prod')}x`.replace('repo:', 'repository:'),
    'They differ from character 5 on',
  ],
  [
    'https://oidc.contoso.com',
    of('environment:prod'),
    of('environment:stage'),
    'They differ from character 30 on',
  ],
])('of %s, %j against %j: %s', (issuer, stored, presented, words) => {
  expect(describeDifference(stored, presented, ['', issuer])).toBe(words)
})
