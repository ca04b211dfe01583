import type { GithubRepository } from '@trustwright/shared-schemas'
import { expect, test } from 'vitest'
import { asksForAge, foldedFields, isHostNamed, type KnownWorkload } from './folded-fields.ts'

const told = {
  ownerId: 5,
  repositoryId: 8,
  subject: { state: 'known', usesDefault: true, hasIds: false },
} as GithubRepository
const none: KnownWorkload = {
  repository: null,
  areNamesGiven: true,
  isHostGiven: true,
  isWorkspaceGiven: false,
  isClusterKnown: false,
}
const open = (
  fields: Record<string, string>,
  known: Partial<typeof none> & { repository?: GithubRepository },
) => {
  const folded = foldedFields('github-actions', fields, { ...none, ...known })
  return ['owner', 'repository', 'hosting', 'ownerId', 'environment', 'template'].filter(
    (key) => !folded.includes(key),
  )
}

test.each([
  ['nothing where GitHub answered', {}, { repository: told }, []],
  ['the names that are typed here', {}, { repository: told, areNamesGiven: false }, ['owner', 'repository']],
  ['the runs where GitHub told nothing', {}, {}, ['environment']],
  ['the host where it is one’s own', {}, { isHostGiven: false }, ['hosting', 'environment']],
  ['the numbers that nobody told', { identifiers: 'ids' }, {}, ['ownerId', 'environment']],
  ['the claims of a template', { entity: 'template' }, { repository: told }, ['template']],
] as const)('it asks for %s', (_, fields, known, expected) => {
  expect(open(fields, known)).toEqual(expected)
})

test('the issuer of a cluster folds once Azure told it, and nothing folds elsewhere', () => {
  expect(foldedFields('aks', {}, { ...none, isClusterKnown: true })).toEqual(['issuer'])
  expect(foldedFields('aks', {}, none)).toEqual([])
  expect(foldedFields('gitlab', {}, none)).toEqual([])
})

test.each([
  [{}, true],
  [{ hosting: 'github' }, true],
  [{ hosting: 'enterprise' }, false],
  [{ hosting: 'enterprise', enterprise: 'fabrikam' }, true],
  [{ hosting: 'ghe' }, false],
  [{ hosting: 'ghe', subdomain: 'contoso' }, true],
  [{ hosting: 'ghe-unique', subdomain: 'contoso' }, false],
  [{ hosting: 'server' }, false],
  [{ hosting: 'server', serverHost: 'github.contoso.com' }, true],
])('%j names a GitHub: %s', (fields, expected) => {
  expect(isHostNamed(fields)).toBe(expected)
})

const names = { owner: 'contoso', repository: 'pay-api' }

test.each([
  ['GitHub told nothing', names, null, false, true],
  [
    'GitHub hides the format',
    names,
    { ...told, subject: { state: 'unknown' } } as GithubRepository,
    false,
    true,
  ],
  ['GitHub told', names, told, false, false],
  ['GitHub is being asked', names, null, true, false],
  ['no name is typed', { owner: 'contoso' }, null, false, false],
  ['Enterprise Server sends names alone', { ...names, hosting: 'server' }, null, false, false],
  ['the template holds no repository', { ...names, entity: 'keys' }, null, false, false],
] as const)('%s: the question is asked or not', (_, fields, repository, asking, expected) => {
  expect(asksForAge(fields, repository, asking)).toBe(expected)
})

test('a pasted workspace leaves its project and its runs to ask for; one that is typed keeps its fields', () => {
  const folded = ['host', 'kind', 'organization', 'workspace']
  expect(foldedFields('hcp-terraform', {}, { ...none, isWorkspaceGiven: true })).toEqual(folded)
  expect(foldedFields('hcp-terraform', {}, none)).toEqual([])
})
