import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkGithubFacts, checkTrust } from '../diagnosis/check-trust.ts'
import type { Cause } from '../diagnosis/cause.ts'
import type { GithubFacts } from '../diagnosis/trust.ts'
import { unreachableCodes } from './dead-causes.ts'
import { isPlainlyRight } from './plainly-right.ts'
import type { TrustValues } from './repair-trust.ts'

const github = 'https://token.actions.githubusercontent.com'
const tenantId = '3f1c2d4e-5a6b-4c7d-8e9f-0a1b2c3d4e5f'
const cluster = `https://westeurope.oic.prod-aks.azure.com/${tenantId}/7c0de1a2-4b5f-4d6e-8a91-b2c3d4e5f607/`
const right: TrustValues = {
  issuer: github,
  subject: 'repo:octo-org/shop:environment:production',
  expression: null,
  audiences: ['api://AzureADTokenExchange'],
}

const word = fc.stringMatching(/^[a-z0-9](?:[a-z0-9-]{0,12}[a-z0-9])?$/)
const name = fc.stringMatching(/^[A-Za-z0-9](?:[A-Za-z0-9-]{0,12}[A-Za-z0-9])?$/)
const id = fc.integer({ min: 1, max: 999_999_999 })
const run = fc.oneof(
  name.map((text) => `environment:${text}`),
  name.map((text) => `ref:refs/heads/${text}`),
  name.map((text) => `ref:refs/tags/${text}`),
  fc.constant('pull_request'),
)
const trusts = fc.oneof(
  fc.tuple(name, name, run).map(([owner, repository, end]) => ({
    ...right,
    subject: `repo:${owner}/${repository}:${end}`,
  })),
  fc.tuple(name, id, name, id, run).map(([owner, ownerId, repository, nameId, end]) => ({
    ...right,
    subject: `repo:${owner}@${ownerId}/${repository}@${nameId}:${end}`,
  })),
  fc.tuple(id, fc.constantFrom('branch', 'tag'), name).map(([project, kind, ref]) => ({
    ...right,
    issuer: 'https://gitlab.com',
    subject: `project_id:${project}:ref_type:${kind}:ref:${ref}`,
  })),
  fc.tuple(word, word).map(([space, account]) => ({
    ...right,
    issuer: cluster,
    subject: `system:serviceaccount:${space}:${account}`,
  })),
)

test('of what is plainly right a check says nothing that any rule reads', () => {
  fc.assert(
    fc.property(trusts, fc.constantFrom('managedIdentity', 'application'), (trust, parentKind) => {
      if (!isPlainlyRight(trust)) return
      const { expression: claimsMatchingExpression, ...values } = trust
      const read = checkTrust(
        { ...values, claimsMatchingExpression },
        { cloud: 'public', tenantId, parentKind },
      ).causes.filter(
        ({ severity, certainty, field, code }) =>
          (severity === 'block' && certainty === 'certain') ||
          field === 'audience' ||
          field === 'expression' ||
          unreachableCodes.includes(code),
      )
      expect(read).toEqual([])
    }),
    { numRuns: 2_000 },
  )
})

const ids = { repositoryOwnerId: '1', repositoryId: '2' }

test.each<[string, GithubFacts]>([
  ['that it is gone', { repositoryStatus: 404 }],
  ['that it was renamed', { ...ids, canonicalRepository: 'octo-org/store' }],
  ['another spelling', { ...ids, canonicalRepository: 'Octo-Org/shop' }],
  ['subjects with IDs', { ...ids, useImmutableSubject: true, canonicalRepository: 'octo-org/shop' }],
  ['subjects of its own', { useDefault: false, includeClaimKeys: ['repo', 'ref'] }],
  ['subjects without the repository', { useDefault: false, includeClaimKeys: ['job_workflow_ref'] }],
  ['other environments', { environments: ['staging'] }],
])(
  'where GitHub tells %s, its facts alone say all that a whole check says of what is plainly right',
  (_, github) => {
    for (const subject of [
      'repo:octo-org/shop:environment:production',
      'repo:octo-org/shop:ref:refs/heads/main',
      'repo:octo-org@1/shop@2:environment:production',
      'repo:octo-org/shop:pull_request',
    ]) {
      expect(isPlainlyRight({ ...right, subject })).toBe(true)
      const draft = { issuer: right.issuer, subject, audiences: right.audiences }
      const context = { tenantId, parentKind: 'managedIdentity', facts: { github } } as const
      const codes = (causes: readonly Cause[]) =>
        causes.filter(({ severity }) => severity !== 'info').map(({ code }) => code)
      expect(codes(checkGithubFacts(draft, context).causes)).toEqual(codes(checkTrust(draft, context).causes))
    }
  },
)

test('the usual forms are among them, and nothing with a letter out of place', () => {
  const of = (change: Partial<TrustValues>) => isPlainlyRight({ ...right, ...change })
  expect([of({}), of({ issuer: cluster, subject: 'system:serviceaccount:shop:api' })]).toEqual([true, true])
  const wrong: readonly Partial<TrustValues>[] = [
    { issuer: `${github}/` },
    { issuer: cluster.slice(0, -1), subject: 'system:serviceaccount:shop:api' },
    { issuer: github.toUpperCase() },
    { subject: 'repo:octo-org/shop:Environment:production' },
    { subject: 'repo:octo-org/shop:environment:production ' },
    { subject: 'repo:octo-org/shop:environment:*' },
    { subject: 'repo:octo-org@1/shop:environment:production' },
    { subject: 'repo:octo-org/shop:pull-request' },
    { subject: 'system:serviceaccount:shop:api' },
    { subject: null, expression: "claims['sub'] matches 'repo:octo-org/*'" },
    { audiences: [] },
    { audiences: ['api://AzureADTokenExchange', 'api://other'] },
    { audiences: ['api://azureadtokenexchange'] },
  ]
  expect(wrong.filter(of)).toEqual([])
  expect(isPlainlyRight(right, 'china')).toBe(false)
})
