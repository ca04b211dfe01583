import { expect, test } from 'vitest'
import {
  checkExpression,
  evaluateExpression,
  type Expression,
  expandToTrusts,
  explainExpression,
  expressionExamples,
  parseExpression,
} from '../index.ts'

const github = 'https://token.actions.githubusercontent.com'
const gitlab = 'https://gitlab.com'
const terraform = 'https://app.terraform.io'
const branches = "claims['sub'] matches 'repo:contoso/pay-api:ref:refs/heads/*'"
const id = "claims['repository_id'] eq '456789'"

test.each([
  [github, `${branches} and ${id}`],
  [github, "claims['sub'] eq 'repo:contoso/pay-api:pull_request' and claims['repository_owner_id'] eq '1'"],
  [github, `${branches} and ${id} and claims['job_workflow_ref'] matches 'contoso/*@refs/heads/main'`],
  [gitlab, "claims['sub'] matches 'project_path:g/p:*' and claims['project_id'] eq '1'"],
  [gitlab, "claims['sub'] matches 'project_id:1:ref_type:branch:ref:*'"],
  ['https://gitlab.contoso.com', "claims['sub'] matches 'project_id:1:*'"],
  [terraform, "claims['sub'] matches 'organization:o:project:p:workspace:w:run_phase:*'"],
])('%s takes %s', (issuer, text) => {
  expect(checkExpression(issuer, text)).toEqual([])
})

test.each([
  [github, 'sub eq', 'expression-refused', 'block'],
  [`${github}/`, `${branches} and ${id}`, 'expression-issuer', 'block'],
  [`${github}/contoso`, `${branches} and ${id}`, 'expression-issuer', 'block'],
  ['https://token.actions.contoso.ghe.com', `${branches} and ${id}`, 'expression-issuer', 'block'],
  [
    'https://westeurope.oic.prod-aks.azure.com/a/b/',
    "claims['sub'] matches 'a*'",
    'expression-issuer',
    'block',
  ],
  ['https://gitlab.contoso.org', "claims['sub'] matches 'a*'", 'expression-issuer', 'block'],
  [github, branches, 'expression-claim', 'block'],
  [github, id, 'expression-claim', 'warn'],
  [github, `${branches} and claims['repository_id'] matches '4*'`, 'expression-claim', 'block'],
  [github, `${branches} and ${id} and claims['event_name'] eq 'push'`, 'expression-claim', 'block'],
  [github, `${branches} and ${id} and claims['constructor'] eq 'x'`, 'expression-claim', 'block'],
  [gitlab, "claims['sub'] matches 'project_path:g/p:*'", 'expression-claim', 'block'],
  [
    gitlab,
    "claims['sub'] matches 'project_path:g/p:*' and claims['namespace_id'] eq '1'",
    'expression-claim',
    'warn',
  ],
  [terraform, "claims['terraform_run_phase'] eq 'plan'", 'expression-claim', 'block'],
  [github, `claims['sub'] eq 'repo:contoso/*' and ${id}`, 'expression-wildcard', 'warn'],
  [
    github,
    "claims['sub'] matches 'repo:contoso*' and claims['job_workflow_ref'] eq 'x'",
    'expression-wide',
    'block',
  ],
  [terraform, "claims['sub'] matches '*run_phase:plan'", 'expression-wide', 'block'],
  [terraform, "claims['sub'] matches 'organization:contoso:*'", 'expression-wide', 'warn'],
  [
    github,
    "claims['sub'] matches 'repo:contoso/*' and claims['repository_owner_id'] eq '1'",
    'expression-wide',
    'warn',
  ],
  [
    github,
    `claims['sub'] eq 'repo:contoso/pay-api:environment:it''s' and ${id}`,
    'expression-unsure',
    'info',
  ],
] as const)('%s, %s: %s as %s', (issuer, text, code, severity) => {
  const warnings = checkExpression(issuer, text)
  expect(warnings).toContainEqual(
    expect.objectContaining({ code, severity, field: 'claimsMatchingExpression' }),
  )
})

function read(text: string): Expression {
  return parseExpression(text).expression ?? { terms: [] }
}

test.each([
  [github, `${branches} and ${id}`, 'workload', ['any branch']],
  [
    github,
    `claims['sub'] matches 'repo:contoso/pay-api:*' and ${id}`,
    'workload',
    ['any pull request', 'any tag'],
  ],
  [github, "claims['sub'] eq 'repo:contoso/pay-api:pull_request'", 'one', ['is exactly']],
  [
    github,
    "claims['sub'] matches 'repo:contoso/*:ref:refs/heads/main'",
    'whole-owner',
    ['many repositories'],
  ],
  [github, "claims['sub'] matches '*'", 'anyone', ['strangers', 'anything']],
  [github, `claims['sub'] matches '*' and ${id}`, 'workload', ['one repository']],
  [
    terraform,
    "claims['sub'] matches 'organization:o:project:p:workspace:w:run_phase:*'",
    'workload',
    ['starts with'],
  ],
  [gitlab, "claims['sub'] matches 'project_path:contoso/*:ref:main'", 'whole-owner', ['ends with :ref:main']],
])('says how far %s %s reaches', (issuer, text, breadth, words) => {
  const explained = explainExpression(issuer, read(text))
  expect(explained.breadth).toBe(breadth)
  for (const word of words) expect(explained.sentences.join(' ')).toContain(word)
})

test('does not say that main alone includes any branch', () => {
  const text = "claims['sub'] matches 'repo:contoso/*:ref:refs/heads/main'"
  expect(explainExpression(github, read(text)).sentences.join(' ')).not.toContain('any branch')
})

test.each([
  `${branches} and ${id}`,
  "claims['sub'] matches 'organization:o:project:p:workspace:w:run_phase:*'",
  "claims['sub'] eq 'repo:contoso/pay-api:environment:production'",
  "claims['sub'] matches 'repo:contoso/pay-?:pull_request'",
])('gives examples of %s that match, and near misses that do not', (text) => {
  const { matching, others } = expressionExamples(read(text))
  expect(matching.length).toBeGreaterThan(0)
  expect(others.length).toBeGreaterThan(1)
  for (const claims of matching) expect(evaluateExpression(read(text), claims).matches).toBe(true)
  for (const { claims } of others) expect(evaluateExpression(read(text), claims).matches).toBe(false)
})

test('examples are words that such a subject carries', () => {
  expect(expressionExamples(read(branches)).matching.map(({ sub }) => sub)).toEqual([
    'repo:contoso/pay-api:ref:refs/heads/main',
    'repo:contoso/pay-api:ref:refs/heads/feature/checkout',
  ])
})

const expansion = { issuer: github, audience: 'api://AzureADTokenExchange', name: 'gh' }

test('the listed values become exact trusts, and what they do not compare is said', () => {
  const expression = read(`${branches} and ${id}`)
  const { trusts, lost, refused } = expandToTrusts({
    ...expansion,
    expression,
    values: [['main', 'develop']],
  })
  expect(refused).toBeNull()
  expect(trusts.map(({ subject }) => subject)).toEqual([
    'repo:contoso/pay-api:ref:refs/heads/main',
    'repo:contoso/pay-api:ref:refs/heads/develop',
  ])
  expect(new Set(trusts.map(({ name }) => name)).size).toBe(2)
  expect(lost).toEqual([{ claim: 'repository_id', operator: 'eq', comparand: '456789' }])
  for (const { subject } of trusts) {
    expect(evaluateExpression(expression, { sub: subject, repository_id: '456789' }).matches).toBe(true)
  }
})

test('several wildcards are combined, and each term of the subject has to hold', () => {
  const text = "claims['sub'] matches 'a*:b?' and claims['sub'] matches '*1'"
  const { trusts } = expandToTrusts({
    ...expansion,
    expression: read(text),
    values: [
      ['x', 'y'],
      ['1', '2'],
    ],
  })
  expect(trusts.map(({ subject }) => subject)).toEqual(['ax:b1', 'ay:b1'])
})

test.each([
  [id, [], 'nothing about the subject'],
  [branches, [], '1 wildcard:'],
  [branches, [['main'], ['x']], '1 wildcard:'],
  [branches, [[]], 'at least one value'],
  [branches, [['release/*']], 'no single value'],
  [branches, [Array.from({ length: 21 }, (_, at) => `b${at}`)], '21 trusts'],
  [branches, [['b'.repeat(600)]], '600 characters'],
  ["claims['sub'] matches 'a?'", [['bc']], 'one character'],
  ["claims['sub'] matches 'a*' and claims['sub'] eq 'b'", [['x']], 'None of these'],
])('%s with the values %j is refused: %s', (text, values, words) => {
  const { trusts, refused } = expandToTrusts({ ...expansion, expression: read(text), values })
  expect(trusts).toEqual([])
  expect(refused).toContain(words)
})
