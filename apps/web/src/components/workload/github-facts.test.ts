import type { GithubRepository } from '@trustwright/shared-schemas'
import { expect, test } from 'vitest'
import { sampleRepository } from '../testing/sample-repository.ts'
import { fieldsOfRepository, isSubjectTold, subjectWords } from './github-facts.ts'

const known = {
  state: 'known',
  usesDefault: true,
  claimKeys: null,
  claimKeysFrom: null,
  prefix: null,
  hasIds: false,
  because: null,
} as const

function repository(change: Partial<GithubRepository> = {}): GithubRepository {
  return sampleRepository({
    owner: 'Contoso',
    name: 'Pay-Api',
    ownerId: 5,
    repositoryId: 8,
    subject: known,
    ...change,
  })
}

const typed = { owner: 'contoso', repository: 'pay-api', entity: 'environment', environment: 'prod' }

test('GitHub’s own case replaces what was typed', () => {
  expect(fieldsOfRepository(typed, repository())).toMatchObject({
    owner: 'Contoso',
    repository: 'Pay-Api',
    identifiers: 'names',
    environment: 'prod',
  })
})

test.each([
  ['numbers where subjects carry them', { subject: { ...known, hasIds: true } }, 'ids'],
  ['no format where GitHub does not tell', { subject: { ...known, hasIds: null } }, undefined],
  ['no format where nothing is known', { subject: { state: 'unknown', because: 'rate-limited' } }, undefined],
  ['no numbers that are not known', { subject: { ...known, hasIds: true }, ownerId: null }, undefined],
] as const)('it gives %s', (_, change, expected) => {
  expect(fieldsOfRepository(typed, repository(change))['identifiers']).toBe(expected)
})

test('a template of the repository gives its claims, filled as far as they are known', () => {
  const subject = { ...known, usesDefault: false, claimKeys: ['repo', 'context', 'job_workflow_ref'] }
  expect(fieldsOfRepository(typed, repository({ subject }))).toMatchObject({
    entity: 'template',
    template: 'repo, context=environment:prod, job_workflow_ref=',
  })
})

test('a template without the repository asks for claims alone', () => {
  const subject = { ...known, usesDefault: false, claimKeys: ['repository_owner', 'repository_id'] }
  expect(fieldsOfRepository(typed, repository({ subject }))).toMatchObject({
    entity: 'keys',
    claims: 'repository_owner=Contoso, repository_id=8',
  })
})

test('what GitHub did not tell is not said', () => {
  expect(subjectWords(repository({ subject: { state: 'unknown', because: 'not-told' } }))).toBeNull()
  expect(subjectWords(repository({ subject: { ...known, hasIds: null } }))).toBeNull()
})

const templated = { ...known, usesDefault: false, claimKeys: ['repo', 'context', 'job_workflow_ref'] }
const workflow = 'contoso/flows/.github/workflows/deploy.yml@refs/heads/main'

test('what a person wrote into the template stays when GitHub answers again', () => {
  const once = {
    ...typed,
    entity: 'template',
    template: `repo, context=environment:prod, job_workflow_ref=${workflow}`,
  }
  expect(fieldsOfRepository(once, repository({ subject: templated }))['template']).toBe(once.template)
})

test('another choice of runs is written over the one in the template, and nothing else', () => {
  const template = `repo, context=environment:prod, job_workflow_ref=${workflow}`
  const chosen = { ...typed, entity: 'branch', branch: 'main', template }
  expect(fieldsOfRepository(chosen, repository({ subject: templated }))).toMatchObject({
    entity: 'template',
    template: `repo, context=ref:refs/heads/main, job_workflow_ref=${workflow}`,
  })
})

test('a repository without a template takes the runs out of one', () => {
  const template = { ...typed, entity: 'template', template: 'repo, context=ref:refs/heads/main' }
  expect(fieldsOfRepository(template, repository())).toMatchObject({ entity: 'branch', branch: 'main' })
})

test.each([
  ['names', {}, true],
  ['numbers that are known', { subject: { ...known, hasIds: true } }, true],
  ['numbers that are not known', { subject: { ...known, hasIds: true }, repositoryId: null }, false],
  ['a format that GitHub hides', { subject: { ...known, hasIds: null } }, false],
  ['a template that GitHub hides', { subject: { ...templated, claimKeys: null } }, false],
  ['nothing', { subject: { state: 'unknown', because: 'not-shown' } }, false],
] as const)('%s: the subject is told: %s', (_, change, expected) => {
  expect(isSubjectTold(repository(change as Partial<GithubRepository>))).toBe(expected)
})
