import { QueryClient } from '@tanstack/react-query'
import type { DraftBody, GithubRepository } from '@trustwright/shared-schemas'
import { expect, test } from 'vitest'
import { sampleRepository } from '../../../components/testing/sample-repository.ts'
import {
  githubConnectionQuery,
  githubEnvironmentsQuery,
  githubRepositoryQuery,
} from '../../../api/github-queries.ts'
import { clearOf } from '../clear-steps.ts'
import { bodyOfWorkload } from '../draft-body.ts'
import { knownTrustsQuery } from '../identity/known-trusts.ts'
import { withGithub } from './with-github.ts'

const path = { owner: 'contoso', name: 'pay-api' }
const known = {
  state: 'known',
  usesDefault: true,
  claimKeys: null,
  claimKeysFrom: null,
  prefix: null,
  hasIds: true,
  because: null,
} as const
const repository = sampleRepository({
  ...path,
  ownerId: 5,
  repositoryId: 8,
  visibility: 'private',
  subject: known,
})

interface Answers {
  readonly repository?: GithubRepository
  readonly environments?: readonly string[]
  /** Subjects that the tenant trusts already. */
  readonly subjects?: readonly string[]
  readonly webUrl?: string
}

/** What the portal would answer, as if it had been asked a moment ago. What is not in it fails. */
function portal({ repository: found, environments = [], subjects, webUrl = 'https://github.com' }: Answers) {
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  queries.setQueryData(githubConnectionQuery.queryKey, { webUrl, canConnect: false, connection: null })
  if (found !== undefined) {
    queries.setQueryData(githubRepositoryQuery(path).queryKey, found)
    queries.setQueryData(githubEnvironmentsQuery(path).queryKey, {
      environments: environments.map((name) => ({
        name,
        needsApproval: null,
        waitMinutes: null,
        branches: null,
      })),
      complete: true,
    })
  }
  const rows = (subjects ?? []).map((subject) => ({
    trust: {
      parent: { kind: 'application', appId: '11111111-2222-4333-8444-555555555555' },
      name: subject,
      issuer: 'https://token.actions.githubusercontent.com',
      subject,
      audiences: [],
    },
    displayName: 'pay',
  }))
  // The look-up reads no more of a row.
  if (subjects !== undefined) queries.setQueryData(knownTrustsQuery.queryKey, rows as never)
  return queries
}

const pasted = (fields: Record<string, string>) =>
  bodyOfWorkload('workload', 'github-actions', { owner: 'contoso', repository: 'pay-api', ...fields })
const onProd = { entity: 'environment', environment: 'prod' }
const look = (answers: Answers, fields: Record<string, string> = onProd) =>
  withGithub(portal(answers), pasted(fields), 'public')
const asksNothing = (body: DraftBody) => clearOf(body, 'public').workload

test('with one clear answer nothing of the workload is asked', async () => {
  const { body, stops } = await look({ repository, environments: ['prod', 'dev'] })
  expect(stops).toBe(false)
  expect(body.fields).toMatchObject({
    identifiers: 'ids',
    ownerId: '5',
    repositoryId: '8',
    environment: 'prod',
  })
  expect(asksNothing(body)).toBe(true)
})

test('the only environment is taken where nothing says which runs, and one of several is not', async () => {
  const one = await look({ repository, environments: ['Production'] }, {})
  expect(one.body.fields).toMatchObject({ entity: 'environment', environment: 'Production' })
  expect(asksNothing(one.body)).toBe(true)
  const two = await look({ repository, environments: ['a', 'b'] }, {})
  expect(asksNothing(two.body)).toBe(false)
  const branch = await look(
    { repository, environments: ['Production'] },
    { entity: 'branch', branch: 'main' },
  )
  expect(branch.body.fields).toMatchObject({ entity: 'branch', branch: 'main' })
})

test.each([
  ['another case', { ...repository, owner: 'Contoso' }, [], onProd],
  ['a new name', { ...repository, name: 'pay', renamedFrom: 'contoso/pay-api' }, [], onProd],
  ['an environment in other capitals', repository, ['Prod'], onProd],
  ['another format than was pasted', repository, [], { ...onProd, identifiers: 'names' }],
  [
    'a template',
    { ...repository, subject: { ...known, usesDefault: false, claimKeys: ['repo', 'context'] } },
    [],
    onProd,
  ],
] as const)(
  '%s stops at the workload step, with the paste as it was',
  async (_, found, environments, fields) => {
    const { body, stops } = await look({ repository: found as GithubRepository, environments }, fields)
    expect(stops).toBe(true)
    expect(body).toEqual(pasted(fields))
  },
)

test('without an answer the one question is left open', async () => {
  const { body, stops } = await look({ subjects: [] })
  expect({ body, stops }).toEqual({ body: pasted(onProd), stops: false })
  expect(asksNothing(body)).toBe(false)
})

test.each([
  ['of names', ['repo:contoso/pay-api:environment:dev'], { identifiers: 'names' }],
  ['of IDs', ['repo:contoso@5/pay-api@8:ref:refs/heads/main'], { identifiers: 'ids', repositoryId: '8' }],
])('trusts %s of the same repository answer it', async (_, subjects, expected) => {
  const { body } = await look({ subjects })
  expect(body.fields).toMatchObject(expected)
  expect(asksNothing(body)).toBe(true)
})

test.each([
  ['that disagree', ['repo:contoso/pay-api:environment:dev', 'repo:contoso@5/pay-api@8:environment:dev']],
  ['of another repository', ['repo:contoso/pay-web:environment:dev']],
  ['in another case', ['repo:Contoso/pay-api:environment:dev']],
])('trusts %s do not', async (_, subjects) => {
  expect(asksNothing((await look({ subjects })).body)).toBe(false)
})

test('trusts that disagree leave the question, and tell the IDs all the same', async () => {
  const { body } = await look({
    subjects: ['repo:contoso/pay-api:environment:dev', 'repo:contoso@5/pay-api@8:environment:dev'],
  })
  expect(body.fields).toEqual({ ...pasted(onProd).fields, ownerId: '5', repositoryId: '8' })
  const torn = await look({
    subjects: ['repo:contoso@5/pay-api@8:pull_request', 'repo:contoso@5/pay-api@9:pull_request'],
  })
  expect(torn.body).toEqual(pasted(onProd))
})

test('a repository at another GitHub is not looked up by its name', async () => {
  const { body } = await look({ repository, webUrl: 'https://github.contoso.com' })
  expect(body).toEqual(pasted(onProd))
})
