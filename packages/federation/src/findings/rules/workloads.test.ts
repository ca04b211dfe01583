import { expect, test } from 'vitest'
import { unknown } from '../facts/fact.ts'
import { type Change, findingOf, gapsOf, saidOf } from '../testing/one-tenant.ts'

const names = 'repo:octo-org/shop:environment:production'
const gitlab = { issuer: 'https://gitlab.com' }
const pattern = (subject: string, more = '') => ({
  subject: null,
  expression: `claims['sub'] matches '${subject}'${more}`,
})
const byId = " and claims['repository_id'] eq '2'"
const unread = { repositories: [] }

test('a right trust of a right identity has no finding, and nothing about it is left unjudged', () => {
  expect([saidOf(), gapsOf({})]).toEqual([[], []])
})

test.each<[string, Change, readonly string[]]>([
  ['names alone', { trust: { subject: names }, inventory: unread }, ['mutable-subject medium']],
  [
    'names of a template',
    { trust: { subject: 'repository:octo-org/shop:environment:production' }, inventory: unread },
    ['mutable-subject medium'],
  ],
  [
    'a path of GitLab',
    { trust: { ...gitlab, subject: 'project_path:octo-org/shop:ref_type:branch:ref:main' } },
    ['mutable-subject medium'],
  ],
  ['the ID of a project', { trust: { ...gitlab, subject: 'project_id:7:ref_type:branch:ref:main' } }, []],
  ['a pattern with an ID', { trust: pattern('repo:octo-org/shop:environment:prod-*', byId) }, []],
  [
    'names on a server of one’s own',
    { trust: { issuer: 'https://ghes.fabrikam.com/_services/token', subject: names } },
    [],
  ],
])('names that others can take: %s', (_case, change, said) => {
  expect(saidOf(change)).toEqual(said)
})

test.each<[string, Change, readonly string[]]>([
  ['IDs are known, names are sent', { trust: { subject: names } }, ['id-migration-due medium']],
  [
    'IDs stand in the prefix alone',
    { trust: { subject: names }, repository: { subClaimPrefix: 'repo:octo-org/shop' } },
    ['id-migration-due medium'],
  ],
  [
    'the repository sends IDs',
    { trust: { subject: names }, repository: { subClaimPrefix: 'repo:octo-org@1/shop@2' } },
    ['cannot-match medium'],
  ],
])('a switch to IDs that is due: %s', (_case, change, said) => {
  expect(saidOf(change)).toEqual(said)
})

test('the switch offers the trust with IDs, and once that one exists to delete the old one', () => {
  const create = findingOf('id-migration-due', { trust: { subject: names } })
  expect(create.fix.action).toMatchObject({
    kind: 'create',
    subject: 'repo:octo-org@1/shop@2:environment:production',
  })
  const left = findingOf('id-migration-due', {
    trust: { subject: names },
    siblings: [{ subject: 'repo:octo-org@1/shop@2:environment:production' }],
  })
  expect([left.fix.action, left.text.includes('sibling-0')]).toEqual([{ kind: 'delete' }, true])
})

test('without the IDs the switch is not judged, and the names stay a finding', () => {
  const change = {
    trust: { subject: names },
    inventory: {
      repositories: [
        { name: 'octo-org/shop', facts: { known: true as const, value: { repositoryStatus: 200 } } },
      ],
    },
  }
  expect([saidOf(change), gapsOf(change)]).toEqual([
    ['mutable-subject medium'],
    ['id-migration-due not-told'],
  ])
})

test.each<[string, Change, readonly string[]]>([
  [
    'gone, seen by who sees all',
    { trust: { subject: names }, repository: { repositoryStatus: 404 } },
    ['dangling-workload critical'],
  ],
  [
    'not shown to who may not see all',
    { trust: { subject: names }, repository: { repositoryStatus: 404, seesPrivate: false } },
    ['dangling-workload high'],
  ],
  ['gone, with IDs', { repository: { repositoryStatus: 410 } }, ['dangling-workload low']],
  [
    'moved',
    { trust: { subject: names }, repository: { canonicalRepository: 'fabrikam/shop' } },
    ['dangling-workload high'],
  ],
  [
    'led on by a redirect',
    {
      trust: pattern('repo:octo-org/shop:environment:*'),
      repository: { repositoryStatus: 301, canonicalRepository: 'fabrikam/shop' },
    },
    ['dangling-workload high', 'policy-refuses medium'],
  ],
  ['moved, with IDs', { repository: { canonicalRepository: 'fabrikam/shop' } }, ['cannot-match medium']],
  ['no such environment', { repository: { environments: ['test'] } }, ['dangling-workload medium']],
  [
    'an environment in other letters',
    { repository: { environments: ['Production'] } },
    ['cannot-match medium'],
  ],
  [
    'an environment with a colon',
    {
      trust: { subject: 'repo:octo-org@1/shop@2:environment:eu%3Aprod' },
      repository: { environments: ['eu:prod'] },
    },
    [],
  ],
])('a workload that is gone: %s', (_case, change, said) => {
  expect(saidOf(change)).toEqual(said)
})

test.each<[string, Change, string]>([
  ['nobody looked', { inventory: unread }, 'dangling-workload not-read'],
  [
    'GitHub did not answer',
    { inventory: { repositories: [{ name: 'octo-org/shop', facts: unknown('failed') }] } },
    'dangling-workload failed',
  ],
])('a workload of which %s is counted as not judged', (_case, change, gap) => {
  expect([saidOf(change), gapsOf(change)]).toEqual([[], [gap]])
})

test('a repository of the same name on another server says nothing about this one', () => {
  const issuer = 'https://token.actions.octo-org.ghe.com'
  expect(saidOf({ trust: { issuer, subject: names }, repository: { repositoryStatus: 404 } })).toEqual([
    'mutable-subject medium',
  ])
})

test.each<[string, Change, readonly string[]]>([
  [
    'strangers',
    { trust: pattern('repo:*/shop:environment:production', byId.replace('_id', '_owner_id')) },
    ['pattern-too-wide high'],
  ],
  [
    'anybody',
    { trust: pattern('*') },
    ['pattern-too-wide critical', 'policy-refuses medium', 'mutable-subject medium'],
  ],
  [
    'all of an owner',
    { trust: pattern('repo:octo-org/*', " and claims['repository_owner_id'] eq '1'") },
    ['pattern-too-wide high'],
  ],
  ['any ref', { trust: pattern('repo:octo-org/shop:*', byId) }, ['pattern-too-wide medium']],
  [
    'any branch',
    { trust: pattern('repo:octo-org/shop:ref:refs/heads/*', byId) },
    ['pattern-too-wide medium'],
  ],
  ['branches of a name', { trust: pattern('repo:octo-org/shop:ref:refs/heads/release/*', byId) }, []],
  ['one subject', { trust: pattern('repo:octo-org/shop:environment:production', byId) }, []],
  ['an owner as a subject', { trust: { subject: 'repository_owner_id:1' } }, ['pattern-too-wide high']],
  [
    'a workflow whoever calls it',
    { trust: { subject: 'job_workflow_ref:octo-org/ci/.github/workflows/deploy.yml@refs/heads/main' } },
    ['pattern-too-wide critical'],
  ],
  [
    'previews of Vercel',
    {
      trust: {
        issuer: 'https://oidc.vercel.com/octo-org',
        subject: 'owner:octo-org:project:shop:environment:preview',
        audiences: ['https://vercel.com/octo-org'],
      },
    },
    ['pattern-too-wide medium'],
  ],
  [
    'production of Vercel',
    {
      trust: {
        issuer: 'https://oidc.vercel.com/octo-org',
        subject: 'owner:octo-org:project:shop:environment:production',
        audiences: ['https://vercel.com/octo-org'],
      },
    },
    [],
  ],
])('who else gets in: %s', (_case, change, said) => {
  expect(saidOf(change)).toEqual(said)
})

test('what a pattern for another issuer reaches is not judged', () => {
  expect(gapsOf({ trust: { issuer: 'https://idp.fabrikam.com', ...pattern('a*') } })).toContain(
    'pattern-too-wide not-told',
  )
})
