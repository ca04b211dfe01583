import { parseExpression } from '@trustwright/federation'
import { expect, test } from 'vitest'
import {
  claimChoices,
  emptyPatternForm,
  missingClaims,
  operatorsOf,
  proposedName,
  readPattern,
  rowsOf,
  startRows,
  type PatternFormValues,
} from './pattern-form.ts'
import { choiceOf, issuerOf, platformsWithout } from './pattern-issuers.ts'

const github = 'https://token.actions.githubusercontent.com'
const gitlab = 'https://gitlab.com'
const empty = emptyPatternForm('public')

function form(parts: Partial<PatternFormValues>): PatternFormValues {
  return { ...empty, ...parts }
}

function expressionOf(text: string) {
  const { expression, problem } = parseExpression(text)
  if (expression === null) throw new Error(problem.text)
  return expression
}

test.each([
  [github, ['sub', 'repository_id']],
  [gitlab, ['sub', 'project_id']],
  ['https://app.terraform.io', ['sub']],
  ['https://ci.contoso.com', ['sub']],
])('the terms of %s begin with the claims that Azure asks for', (issuer, claims) => {
  expect(startRows(issuer).map(({ claim }) => claim)).toEqual(claims)
})

test('rows become the text that Azure stores, and that text the same rows', () => {
  const rows = [
    { claim: 'sub', operator: 'matches' as const, value: "repo:contoso/o'hara:*" },
    { claim: 'repository_id', operator: 'eq' as const, value: '821093847' },
  ]
  const { text, expression } = readPattern(form({ rows }))
  expect(text).toBe(
    "claims['sub'] matches 'repo:contoso/o''hara:*' and claims['repository_id'] eq '821093847'",
  )
  expect(rowsOf(expressionOf(text))).toEqual(rows)
  expect(expression?.terms).toHaveLength(2)
})

test.each([
  ['a value is missing', [{ claim: 'sub', operator: 'eq' as const, value: '' }]],
  ['a claim is missing', [{ claim: '', operator: 'eq' as const, value: 'x' }]],
  ['an operator is missing', [{ claim: 'sub', operator: '' as const, value: 'x' }]],
  ['there is no term', []],
])('rows are no expression while %s', (_, rows) => {
  expect(readPattern(form({ rows })).expression).toBeNull()
})

test('a typed text tells where it goes wrong', () => {
  const { expression, problem } = readPattern(form({ view: 'text', text: "claims['sub'] like 'x'" }))
  expect(expression).toBeNull()
  expect(problem?.position).toBe(14)
})

test.each([
  [github, 'repository_id', ['eq']],
  [github, 'sub', ['eq', 'matches']],
  [github, 'event_name', ['eq', 'matches']],
  [github, 'constructor', ['eq', 'matches']],
])('%s compares %s by %j', (issuer, claim, operators) => {
  expect(operatorsOf(issuer, claim)).toEqual(operators)
})

test('a claim that Azure does not take stays to be seen, and says so', () => {
  expect(claimChoices(github, 'event_name').at(-1)).toEqual({
    value: 'event_name',
    label: 'event_name (Azure does not take it)',
  })
  expect(claimChoices(github, 'sub').map(({ value }) => value)).toEqual([
    'sub',
    'job_workflow_ref',
    'repository_id',
    'repository_owner_id',
  ])
})

test.each([
  ['nothing but the subject', github, ['sub'], '', [['repository_id', 'repository_owner_id']]],
  ['an ID of the owner', github, ['sub', 'repository_owner_id'], '', []],
  ['an ID alone', github, ['repository_id'], '', [['sub']]],
  ['a GitLab subject by ID', gitlab, ['sub'], 'project_id:4711:*', []],
])('%s lacks what the issuer asks for', (_, issuer, claims, subject, missing) => {
  const rows = claims.map((claim) => ({
    claim,
    operator: 'eq' as const,
    value: claim === 'sub' ? subject : '1',
  }))
  expect(missingClaims(issuer, rows).map(({ anyOf }) => anyOf)).toEqual(missing)
})

test.each([
  ["claims['sub'] matches 'repo:contoso/pay-api:ref:refs/heads/*'", 'pattern-contoso-pay-api'],
  ["claims['sub'] matches 'repo:contoso/*'", 'pattern-contoso'],
  ["claims['sub'] matches '*'", 'pattern'],
  [
    "claims['sub'] matches 'organization:contoso:project:Default Project:workspace:network:run_phase:*'",
    'pattern-contoso-Default-Project-network',
  ],
  ["claims['repository_id'] eq '1'", 'pattern'],
])('the name proposed for %s is %s', (text, name) => {
  expect(proposedName(expressionOf(text))).toBe(name)
})

test('every named issuer is found again, and any other is kept as typed', () => {
  expect(issuerOf(choiceOf(github))).toBe(github)
  expect(choiceOf('https://gitlab.contoso.com')).toEqual({
    issuerId: 'other',
    otherIssuer: 'https://gitlab.contoso.com',
  })
})

test('platforms without patterns are named, and those with patterns are not among them', () => {
  const names = platformsWithout()
  expect(names.length).toBeGreaterThan(10)
  expect(names.join()).not.toMatch(/GitHub Actions|GitLab|HCP Terraform/)
})
