import { expect, test } from 'vitest'
import {
  checkExpression,
  explainExpression,
  expandToTrusts,
  expressionExamples,
  parseExpression,
} from '../index.ts'

const github = 'https://token.actions.githubusercontent.com'
const gitlab = 'https://gitlab.com'
const id = "claims['repository_id'] eq '456789'"

test.each([
  [github, `claims['sub'] eq 'repo:contoso/pay-api:pull-request' and ${id}`, 'Write pull_request.'],
  [github, `claims['sub'] matches 'repo:contoso/pay-api:* ' and ${id}`, 'Remove it.'],
  [github, `claims['sub'] matches 'repo:contoso/\u202epay-api:*' and ${id}`, 'Type it anew.'],
  [github, `claims['sub'] matches 'repo:contoso/pay-api:\n*' and ${id}`, 'Type it anew.'],
  [
    github,
    "claims['sub'] matches 'repo:contoso/*' and claims['repository_owner_id'] eq 'contoso'",
    'the number',
  ],
  [github, "claims['sub'] matches 'repo:contoso/*' and claims['repository_id'] eq '１２'", 'the number'],
  [github, `${id} and claims['sub'] eq 'repo:contoso/a:x' and claims['repository_id'] eq '1'`, 'each value'],
  [gitlab, "claims['sub'] matches 'project_id:1:ref_type:branch:ref:refs/heads/*'", 'Remove it.'],
])('%s: %s would never match', (issuer, text, fix) => {
  const found = checkExpression(issuer, text).filter(({ severity }) => severity === 'block')
  expect(found).toEqual([expect.objectContaining({ code: 'expression-claim' })])
  expect(found[0]?.fix).toContain(fix)
  expect(found[0]?.text).toContain('no token would ever match')
})

test('nobody is sent to an operator that Azure refuses for the claim', () => {
  const fixes = checkExpression(github, "claims['sub'] eq 'repo:o/r:x' and claims['repository_id'] eq '*'")
  expect(fixes.map(({ fix }) => fix)).toEqual(['Copy the number from the platform.'])
})

function read(text: string) {
  return parseExpression(text).expression ?? { terms: [] }
}

test.each([
  ['repo:o/r:environment:pro?', 'has the form repo:o/r:environment:pro?, where each ? is one character.'],
  ['repo:o/r-?:*', 'each ? is one character and each * any run of them.'],
  ['*/r:*', 'sub holds /r:.'],
])('the words of %s leave no character out', (pattern, words) => {
  const { sentences } = explainExpression(github, read(`claims['sub'] matches '${pattern}'`))
  expect(sentences.join(' ')).toContain(words)
})

test.each([
  ['repo:contoso/pay-api:*', 'repo:contoso/pay-api:ref:refs/heads/main'],
  ['repo:contoso/*', 'repo:contoso/pay-api:ref:refs/heads/main'],
  ['project_path:contoso/pay-api:*', 'project_path:contoso/pay-api:ref_type:branch:ref:main'],
  ['organization:contoso:*', 'organization:contoso:project:Shop:workspace:network:run_phase:plan'],
])('the example of %s is a subject that a token could carry', (pattern, subject) => {
  expect(expressionExamples(read(`claims['sub'] matches '${pattern}'`)).matching[0]).toEqual({ sub: subject })
})

test('the near misses of an ID are numbers', () => {
  const { others } = expressionExamples(read(id))
  expect(others.map(({ claims }) => claims['repository_id'])).toEqual(['4567890', '1456789'])
})

const expansion = {
  issuer: github,
  audience: 'api://AzureADTokenExchange',
  name: 'gh',
  expression: read("claims['sub'] matches 'repo:contoso/pay-api:ref:refs/heads/*'"),
}

test.each([
  ['feature/x', 'feature-x'],
  ['Main', 'main'],
  ['日本', '東京'],
])('the trusts for %s and %s have names that Azure tells apart', (...values) => {
  const names = expandToTrusts({ ...expansion, values: [values] }).trusts.map(({ name }) =>
    name.toLowerCase(),
  )
  expect(names).toHaveLength(2)
  expect(new Set(names).size).toBe(2)
})

test('a listed value with white space around it is refused', () => {
  const { trusts, refused } = expandToTrusts({ ...expansion, values: [['main', ' develop']] })
  expect(trusts).toEqual([])
  expect(refused).toBe('" develop" has white space around it: remove it.')
})
