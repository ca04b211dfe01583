import { indexTrusts, parseTrustQuery, type TrustFacts } from '@trustwright/federation'
import { expect, test } from 'vitest'
import { identityId, mapRow, names, production, roleAt, staging } from '../testing/map-rows.ts'
import { ownerQuestions } from './owned-subscriptions.ts'
import { answerTo, fixedQuestions, ownerQuestion, type Question } from './question.ts'

const now = '2026-11-22T00:00:00Z'
const onProduction = ownerQuestion(production, 'Contoso Production')
const owner = roleAt('Owner', `/subscriptions/${production}`)

function ask(question: Question | undefined, rows: readonly TrustFacts[]) {
  if (question === undefined) throw new Error('There is no such question')
  return answerTo(question, indexTrusts(rows), now)
}

function fixed(id: string) {
  return fixedQuestions.find((question) => question.id === id)
}

test('every question is read whole by the language of the list', () => {
  const problems = [...fixedQuestions, onProduction].flatMap(({ query, gap }) => [
    ...parseTrustQuery(query).problems,
    ...parseTrustQuery(gap.query).problems,
  ])
  expect(problems).toEqual([])
})

test('who can become Owner is answered by workloads and identities, each counted once', () => {
  const rows = [
    mapRow({ roles: [owner] }),
    mapRow({ key: '2', identity: 'id-b', identityId: identityId('id-b'), roles: [owner] }),
    mapRow({ key: '3', storedSubject: 'other', roles: [owner] }),
    mapRow({ key: '4', roles: [] }),
  ]
  expect(ask(onProduction, rows)).toMatchObject({
    trusts: 3,
    words: '2 workloads can, through 2 identities',
    short: '2 workloads, 2 identities',
  })
})

test.each<[string, TrustFacts['roles'], number]>([
  ['Owner of the whole tenant', [roleAt('Owner', '/')], 1],
  [
    'Owner of a management group, which may stand above',
    [roleAt('Owner', '/providers/Microsoft.Management/managementGroups/all')],
    1,
  ],
  ['Owner of another subscription', [roleAt('Owner', `/subscriptions/${staging}`)], 0],
  [
    'Owner of a group in it, which is not the subscription',
    [roleAt('Owner', `/subscriptions/${production}/resourceGroups/rg`)],
    0,
  ],
  ['a role that only ends in Owner', [roleAt('Storage Blob Data Owner', `/subscriptions/${production}`)], 0],
  ['Reader of it', [roleAt('Reader', `/subscriptions/${production}`)], 0],
  ['no role at all', [], 0],
])('Owner on a subscription: %s', (_, roles, trusts) => {
  expect(ask(onProduction, [mapRow({ roles })]).trusts).toBe(trusts)
})

test('nobody is said only where something was read', () => {
  expect(ask(onProduction, [mapRow()]).words).toBe('Nobody from outside can')
  expect(ask(onProduction, [mapRow({ roles: null })])).toMatchObject({ unknown: 1, short: 'Not known' })
  expect(ask(onProduction, [mapRow(), mapRow({ key: '2', roles: null })])).toMatchObject({
    unknown: 1,
    short: 'None known',
    words: 'Nobody from outside can',
  })
  const unread = { ...mapRow(), roles: [roleAt(null, '/subscriptions/x')] }
  expect(ask(fixed('production'), [unread, mapRow({ key: '2' })]).short).toBe('None known')
  expect(ask(fixed('worst'), [mapRow({ risk: null })]).short).toBe('Not known')
  expect(ask(fixed('unowned'), [mapRow({ owners: null })]).short).toBe('Not known')
})

test.each<[string, string, Partial<TrustFacts>, number]>([
  ['production', 'Contributor in prod', { roles: [roleAt('Contributor', '/subscriptions/x')] }, 1],
  [
    'production',
    'a role of your own that writes, whatever its name',
    { roles: [{ ...roleAt('Pay App', '/subscriptions/x'), canWrite: true }] },
    1,
  ],
  [
    'production',
    'a role of your own that only sounds like writing',
    { roles: [{ ...roleAt('Pay App Operator', '/subscriptions/x'), canWrite: false }] },
    0,
  ],
  ['production', 'Reader in prod', {}, 0],
  [
    'production',
    'Contributor in nonprod',
    { environment: 'nonprod', roles: [roleAt('Contributor', '/subscriptions/x')] },
    0,
  ],
  [
    'production',
    'Contributor in preprod',
    { environment: 'preprod', roles: [roleAt('Contributor', '/subscriptions/x')] },
    0,
  ],
  [
    'production',
    'Contributor of no environment',
    { environment: null, roles: [roleAt('Contributor', '/subscriptions/x')] },
    0,
  ],
  [
    'pull-requests',
    'a pull request that writes',
    { storedSubject: 'repo:contoso/pay-api:pull_request', roles: [owner] },
    1,
  ],
  ['pull-requests', 'a pull request that reads', { storedSubject: 'repo:contoso/pay-api:pull_request' }, 0],
  [
    'pull-requests',
    'a branch of that name',
    { storedSubject: 'repo:contoso/pay-api:ref:refs/heads/pull_request', roles: [owner] },
    0,
  ],
  ['unused-owners', 'an owner never used', { lastUsed: 'never', roles: [owner] }, 1],
  ['unused-owners', 'an owner used long ago', { lastUsed: '2026-01-01T00:00:00Z', roles: [owner] }, 1],
  ['unused-owners', 'an owner used yesterday', { lastUsed: '2026-11-21T00:00:00Z', roles: [owner] }, 0],
  ['unused-owners', 'an owner of whose use nobody knows', { lastUsed: null, roles: [owner] }, 0],
  ['directory', 'a permission to write the directory', { grants: ['Directory.ReadWrite.All'] }, 1],
  ['directory', 'a directory role', { grants: ['Global Administrator'] }, 1],
  ['directory', 'a permission to read', { grants: ['Directory.Read.All'] }, 0],
  ['unowned', 'nobody', { owners: [] }, 1],
  ['unowned', 'somebody', { owners: ['Dana'] }, 0],
  ['worst', 'critical', { risk: 'critical' }, 1],
  ['worst', 'high', { risk: 'high' }, 1],
  ['worst', 'medium', { risk: 'medium' }, 0],
])('%s: %s', (id, _, parts, trusts) => {
  expect(ask(fixed(id), [mapRow(parts)]).trusts).toBe(trusts)
})

test('subscriptions come most owners first, also those that no role names, under the names that are known', () => {
  const questions = ownerQuestions(
    [mapRow({ roles: [roleAt('Owner', `/subscriptions/${staging.toUpperCase()}`)] })],
    names,
  )
  expect(questions.map(({ subject }) => subject)).toEqual(['Contoso Staging', 'Contoso Production'])
  const unnamed = ownerQuestions([mapRow({ roles: [owner] })], new Map())
  expect(unnamed.map(({ text }) => text)).toEqual([`Who can become Owner on ${production}?`])
})
