import { expect, test } from 'vitest'
import { emptyPatternForm, type PatternFormValues } from './pattern-form.ts'
import { patternIssues } from './pattern-issues.ts'
import { wayOf } from './pattern-way.ts'

const good: PatternFormValues = {
  ...emptyPatternForm('public'),
  rows: [
    { claim: 'sub', operator: 'matches', value: 'repo:contoso/pay-api:ref:refs/heads/*' },
    { claim: 'repository_id', operator: 'eq', value: '821093847' },
  ],
}

function at(values: Partial<PatternFormValues>, way: 'pattern' | 'list' = 'pattern') {
  return patternIssues({ ...good, ...values }, way).map(({ path }) => path.join('.'))
}

test('a complete pattern has nothing against it', () => {
  expect(patternIssues(good, 'pattern')).toEqual([])
})

test.each<[string, Partial<PatternFormValues>, string[]]>([
  ['a row without a value', { rows: [{ claim: 'sub', operator: 'eq', value: '' }] }, ['rows.0.value']],
  [
    'a row without a claim or an operator',
    { rows: [{ claim: '', operator: '', value: 'x' }] },
    ['rows.0.claim', 'rows.0.operator'],
  ],
  [
    'a GitHub pattern without an ID',
    { rows: [{ claim: 'sub', operator: 'matches', value: 'repo:contoso/pay-api:*' }] },
    ['text'],
  ],
  [
    'a claim that Azure does not take',
    { rows: [...good.rows, { claim: 'event_name', operator: 'eq', value: 'push' }] },
    ['text'],
  ],
  [
    'an operator that Azure does not take for the claim',
    {
      rows: [
        good.rows[0] ?? { claim: '', operator: '', value: '' },
        { claim: 'repository_id', operator: 'matches', value: '8*' },
      ],
    },
    ['text'],
  ],
  ['a text that cannot be read', { view: 'text', text: "claims['sub'] eq 'x" }, ['text']],
  ['an empty text', { view: 'text', text: '' }, ['text']],
  ['a name that Azure refuses', { name: 'no blanks' }, ['name']],
  ['an audience that is empty', { audience: '' }, ['audience']],
  ['an issuer that is no address', { issuerId: 'other', otherIssuer: 'gitlab' }, ['otherIssuer']],
])('%s is refused at its field', (_, values, paths) => {
  expect(at(values)).toEqual(paths)
})

test('the place in a text is counted from one', () => {
  const [issue] = patternIssues({ ...good, view: 'text', text: "claims['sub'] like 'x'" }, 'pattern')
  expect(issue?.message).toMatch(/^At character 15: /)
})

test.each([
  ['no values for the wildcard', [''], ['wildcards.0']],
  ['a value that is itself a pattern', ['rel*'], ['wildcards.0']],
  ['more values than Azure stores', [Array.from({ length: 21 }, (_, n) => `b${n}`).join()], ['wildcards.0']],
  ['two values', ['main, release'], []],
])('exact trusts with %s', (_, wildcards, paths) => {
  expect(at({ wildcards }, 'list')).toEqual(paths)
})

test('of several wildcards the one without a value is named', () => {
  const rows = [{ claim: 'sub', operator: 'matches' as const, value: 'repo:contoso/*:ref:refs/heads/*' }]
  expect(at({ rows, wildcards: ['pay-api', ''] }, 'list')).toEqual(['wildcards.1'])
})

test('exact trusts need no ID, since they compare the subject alone', () => {
  const rows = [
    { claim: 'sub', operator: 'matches' as const, value: 'repo:contoso/pay-api:ref:refs/heads/*' },
  ]
  expect(at({ rows, wildcards: ['main'] }, 'list')).toEqual([])
})

test.each<[string, Partial<PatternFormValues>, boolean | null, ReturnType<typeof wayOf>]>([
  ['the tenant takes patterns', {}, true, { way: 'pattern', because: null }],
  ['nobody asked yet', {}, null, { way: 'pattern', because: null }],
  ['a person prefers the list', { way: 'list' }, true, { way: 'list', because: null }],
  [
    'the tenant refuses them, whatever was chosen',
    { way: 'pattern' },
    false,
    { way: 'list', because: 'tenant' },
  ],
  [
    'Azure takes none of the issuer',
    { issuerId: 'other', otherIssuer: 'https://ci.contoso.com' },
    true,
    { way: 'list', because: 'issuer' },
  ],
])('what is stored where %s', (_, values, accepted, way) => {
  expect(wayOf({ ...good, ...values }, accepted)).toEqual(way)
})
