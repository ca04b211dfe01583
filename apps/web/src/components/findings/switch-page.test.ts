import { expect, test } from 'vitest'
import { switchPage } from './switch-page.ts'

const github = 'https://token.actions.githubusercontent.com'
const finding = {
  rule: 'mutable-subject',
  issuer: github,
  subject: 'repo:octo-org/shop:ref:refs/heads/main',
  parentKey: '/applications/7c0de1a2-4b5f-4d6e-8a91-b2c3d4e5f607',
  trustName: 'main',
} as const

test('a finding about names of a GitHub repository leads to the guided switch', () => {
  const page = '/trusts/app/7c0de1a2-4b5f-4d6e-8a91-b2c3d4e5f607/main?switch=1'
  expect([switchPage(finding), switchPage({ ...finding, rule: 'id-migration-due' })]).toEqual([page, page])
})

test.each<[string, Partial<Parameters<typeof switchPage>[0]>]>([
  ['is of another rule', { rule: 'unused' }],
  ['is about the identity', { trustName: null }],
  ['is of GitLab', { issuer: 'https://gitlab.com', subject: 'project_path:a/b:ref_type:branch:ref:main' }],
  ['is of a pattern', { subject: "claims['sub'] matches 'repo:octo-org/shop:*'" }],
  ['names the IDs', { subject: 'repo:octo-org@1/shop@2:ref:refs/heads/main' }],
])('a finding that %s does not', (_case, change) => {
  expect(switchPage({ ...finding, ...change })).toBeNull()
})
