import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { compileTrust, previewTrust, recognise, segmentClaims } from './index.ts'
import { textOf } from './model/segment.ts'

const github = 'https://token.actions.githubusercontent.com'

test.each([
  [github, 'repo:contoso/pay-api:environment:prod', 'GitHub Actions', 'contoso/pay-api', 'environment prod'],
  [
    github,
    'repo:contoso@1/pay-api@2:environment:prod',
    'GitHub Actions',
    'contoso/pay-api',
    'environment prod',
  ],
  [
    github,
    'repo:contoso/pay-api:ref:refs/heads/feature/x',
    'GitHub Actions',
    'contoso/pay-api',
    'branch feature/x',
  ],
  [github, 'repo:contoso/pay-api:ref:refs/tags/v1', 'GitHub Actions', 'contoso/pay-api', 'tag v1'],
  [github, 'repo:contoso/pay-api:pull_request', 'GitHub Actions', 'contoso/pay-api', 'pull request'],
  [github, 'repo:contoso/pay-api:environment:a%3Ab', 'GitHub Actions', 'contoso/pay-api', 'environment a:b'],
  [
    'https://oidc.fabrikam.com/c1/',
    'system:serviceaccount:shop:api',
    'Kubernetes',
    'shop/api',
    'oidc.fabrikam.com',
  ],
  ['not an address', 'system:serviceaccount:shop:api', 'Kubernetes', 'shop/api', null],
  ['https://gitlab.com', 'project_path:g/p:ref_type:branch:ref:main', 'GitLab', 'g/p', 'branch main'],
])('reads %s %s', (issuer, subject, platform, workload, qualifier) => {
  expect(recognise({ issuer, subject })).toMatchObject({ platform, workload, qualifier })
})

test('keeps the ids of an immutable subject in the fields', () => {
  expect(recognise({ issuer: github, subject: 'repo:contoso@1/pay-api@2:pull_request' })?.fields).toEqual({
    owner: 'contoso',
    repository: 'pay-api',
    identifiers: 'ids',
    ownerId: '1',
    repositoryId: '2',
    entity: 'pull-request',
  })
})

test.each([
  [`${github}/`, 'repo:contoso/pay-api:pull_request'],
  [github, 'repo:contoso/pay-api:pull-request'],
  [github, 'repo:contoso/pay-api:environment:'],
  [github, 'repo:contoso/pay-api:environment:a:b'],
  [github, 'repo:contoso/pay-api:environment:a%3ab:c'],
  [github, 'repo:contoso/pay-api:ref:refs/heads/refs/heads/main'],
  [github, 'repo:contoso@1/pay-api:pull_request'],
  [github, 'repo:contoso/pay-api@2:pull_request'],
  [github, 'REPO:contoso/pay-api:pull_request'],
  ['https://oidc.fabrikam.com', 'system:serviceaccount:shop'],
  ['https://oidc.fabrikam.com', 'system:serviceaccount:shop:api:x'],
])('does not pretend to read %s %s: no form spells it', (issuer, subject) => {
  expect(recognise({ issuer, subject })).toMatchObject({ platform: 'Other', workload: subject })
})

test.each([null, ''])('the subject %j cannot be read', (subject) => {
  expect(recognise({ issuer: github, subject })).toBeNull()
})

const pieces = [
  'repo:',
  'contoso',
  '/',
  '@1',
  '@2',
  ':',
  'environment:',
  'ref:refs/heads/',
  '%3A',
  '\n',
  'é',
  'system:serviceaccount:',
  'a',
]
const anySubject = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(fc.constantFrom(...pieces), { maxLength: 10 }).map((list) => list.join('')),
)

test('whatever is stored, the fields that are read spell it again, and the segments too', () => {
  fc.assert(
    fc.property(fc.oneof(fc.constant(github), fc.string()), anySubject, (issuer, subject) => {
      const read = recognise({ issuer, subject })
      const segments = segmentClaims({ issuer, subject, audiences: ['a', 'b'] })
      expect(textOf(segments.issuer)).toBe(issuer)
      expect(textOf(segments.subject)).toBe(subject)
      if (read === null) return
      // No form keeps white space around a value, which no token carries.
      if (Object.values(read.fields).some((value) => value !== value?.trim())) return
      const preview = previewTrust(read.presetId, read.fields)
      expect(textOf(preview.issuer)).toBe(issuer)
      expect(textOf(preview.subject)).toBe(subject)
    }),
    { numRuns: 2000 },
  )
})

test('labels what it can read, and calls the rest the stored value', () => {
  const labels = (subject: string | null) =>
    segmentClaims({ issuer: github, subject, audiences: [] }).subject.map((segment) => segment.label)
  expect(labels('repo:contoso@1/pay-api@2:environment:prod')).toEqual([
    '',
    'owner name + ID',
    '',
    'repository + ID',
    'from your choice',
    'environment',
  ])
  expect(labels('something')).toEqual(['stored value'])
  expect(labels(null)).toEqual([])
})

test('a stored trust with a wildcard is read, so that its form can show the fault', () => {
  const read = recognise({ issuer: github, subject: 'repo:contoso/pay-api:ref:refs/heads/*' })
  expect(read?.qualifier).toBe('branch *')
  expect(compileTrust('github-actions', read?.fields).warnings).toContainEqual(
    expect.objectContaining({ code: 'wildcard', severity: 'block' }),
  )
})
