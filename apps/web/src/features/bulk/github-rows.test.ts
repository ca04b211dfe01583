import { understandPaste } from '@trustwright/federation'
import type { GithubRepository, GithubSubject } from '@trustwright/shared-schemas'
import { expect, test } from 'vitest'
import { sampleRepository } from '../../components/testing/sample-repository.ts'
import { compileRow } from './compile-row.ts'
import { repositoriesOf, withGithub, type GithubAnswer } from './github-rows.ts'
import { matrixRows } from './matrix-rows.ts'
import { readTable } from './read-table.ts'
import { guessColumns } from './table-columns.ts'
import { tableRows } from './table-rows.ts'

const understand = (text: string) => understandPaste(text, { cloud: 'public' })
const prefixed: GithubSubject = {
  state: 'known',
  usesDefault: true,
  claimKeys: null,
  claimKeysFrom: null,
  prefix: null,
  hasIds: true,
  because: null,
}

function answer(subject: GithubSubject, more: Partial<GithubRepository> = {}): GithubAnswer {
  const repository = sampleRepository({
    owner: 'Contoso',
    name: 'Pay-API',
    ownerId: 42,
    repositoryId: 4711,
    subject,
    ...more,
  })
  return { repository, problem: null }
}

function subjectOf(given: GithubAnswer, unanswered: 'names' | 'out' = 'names') {
  const { rows } = matrixRows(
    { repositories: 'contoso/pay-api', places: 'prod', entity: 'environment' },
    understand,
  )
  const [row] = withGithub(rows, new Map([['contoso/pay-api', given]]), unanswered)
  if (row === undefined) throw new Error('no row')
  const { trusts, problems } = compileRow(row, 'public')
  return { subject: trusts[0]?.subject, problem: problems[0]?.message }
}

test.each<[string, GithubAnswer, string]>([
  ['IDs', answer(prefixed), 'repo:Contoso@42/Pay-API@4711:environment:prod'],
  ['names alone', answer({ ...prefixed, hasIds: false }), 'repo:Contoso/Pay-API:environment:prod'],
  [
    'a template of its own',
    answer({ ...prefixed, usesDefault: false, hasIds: false, claimKeys: ['repository_id', 'environment'] }),
    'repository_id:4711:environment:prod',
  ],
  [
    'a new name',
    answer({ ...prefixed, hasIds: false }, { name: 'Pay-New', renamedFrom: 'contoso/pay-api' }),
    'repo:Contoso/Pay-New:environment:prod',
  ],
])('a repository of which GitHub says %s gets the subject of its tokens', (_, given, subject) => {
  expect(subjectOf(given)).toEqual({ subject, problem: undefined })
})

const dumb: readonly [string, GithubAnswer][] = [
  ['does not show it', { repository: null, problem: 'GitHub does not show it.' }],
  ['does not tell the subject', answer({ state: 'unknown', because: 'sign-in-needed' })],
  ['does not tell of IDs', answer({ ...prefixed, hasIds: null, because: 'not-told' })],
]

test.each(dumb)('where GitHub %s, the person chooses: names alone', (_, given) => {
  expect(subjectOf(given).subject?.toLowerCase()).toBe('repo:contoso/pay-api:environment:prod')
})

test.each(dumb)('where GitHub %s, the person chooses: left out, with what to do', (_, given) => {
  const { subject, problem } = subjectOf(given, 'out')
  expect(subject).toBeUndefined()
  expect(problem).toContain('owner ID and repository ID')
})

test('who gave IDs or a subject is not corrected, and each repository is asked about once', () => {
  const text = `repository,environment,owner id,repository id,issuer,subject
contoso/a,dev,,,,
CONTOSO/A,prod,,,,
contoso/b,dev,1,2,,
,,,,https://token.actions.githubusercontent.com,repo:contoso/c:environment:dev
wrong,dev,,,,`
  const { table } = readTable(text)
  if (table === null) throw new Error('no table')
  const rows = tableRows({ table, map: guessColumns(table.columns), cloud: 'public', understand })
  expect(repositoriesOf(rows).map(({ name }) => name.toLowerCase())).toEqual(['a'])
})
