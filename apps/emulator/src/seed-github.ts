import type { GithubEnterprise, GithubRepository } from './kernel/entities/github.ts'

/**
 * GitHub owners and repositories that the seeded subjects name. Repositories made, renamed or transferred since this
 * day get subjects with ids by themselves.
 * https://docs.github.com/actions/reference/security/oidc
 */
export const immutableSubjectsSince = '2026-07-15T00:00:00Z'

interface SeedOwner {
  login: string
  id: number
  type: 'Organization' | 'User'
  name: string
  enterprise?: GithubEnterprise
  includeClaimKeys?: string[]
}

export const githubOwners: readonly SeedOwner[] = [
  { login: 'contoso', id: 5_544_123, type: 'Organization', name: 'Contoso' },
  { login: 'fabrikam', id: 7_310_448, type: 'Organization', name: 'Fabrikam' },
  {
    login: 'octo-org',
    id: 123_456,
    type: 'Organization',
    name: 'Octo Org',
    includeClaimKeys: ['repo', 'context', 'job_workflow_ref'],
  },
  {
    login: 'contoso-retail',
    id: 9_120_377,
    type: 'Organization',
    name: 'Contoso Retail',
    enterprise: { slug: 'contoso-group', id: 40_112, includeSlugInIssuer: true },
  },
  { login: 'octocat', id: 583_231, type: 'User', name: 'The Octocat' },
]

type SeedRepository = Pick<GithubRepository, 'id' | 'owner' | 'name'> &
  Partial<Pick<GithubRepository, 'visibility' | 'formerNames' | 'properties' | 'subject' | 'tags'>> & {
    createdAt: string
    branches?: string[]
    environments?: string[]
  }

const nameBased = '2023-03-14T09:26:53Z'
const withIds = '2026-08-03T07:12:00Z'

export const githubRepositories: readonly SeedRepository[] = [
  {
    owner: 'contoso',
    name: 'pay-api',
    id: 821_093_847,
    createdAt: nameBased,
    environments: ['dev', 'test', 'prod'],
    branches: ['main', 'release/4.2'],
    tags: ['v4.1.0', 'v4.2.0'],
  },
  {
    owner: 'contoso',
    name: 'shop-web',
    id: 821_093_901,
    createdAt: nameBased,
    formerNames: ['contoso/shop'],
    environments: ['dev', 'test', 'stage'],
    branches: ['main', 'feature/checkout'],
  },
  {
    owner: 'contoso',
    name: 'payments-api',
    id: 1_021_344_556,
    createdAt: withIds,
    environments: ['dev', 'prod'],
    properties: { cost_center: 'payments' },
  },
  {
    owner: 'fabrikam',
    name: 'vault-rotation',
    id: 644_120_733,
    createdAt: nameBased,
    environments: ['prod'],
  },
  {
    owner: 'fabrikam',
    name: 'billing',
    id: 1_022_870_114,
    createdAt: withIds,
    environments: ['Production:EU'],
  },
  {
    owner: 'octo-org',
    name: 'octo-repo',
    id: 456_789,
    visibility: 'public',
    createdAt: nameBased,
    environments: ['prod', 'Production'],
    branches: ['main', 'demo-branch'],
  },
  { owner: 'octo-org', name: 'octo-automation', id: 456_790, visibility: 'public', createdAt: nameBased },
  {
    owner: 'octo-org',
    name: 'octo-templated',
    id: 456_791,
    createdAt: nameBased,
    environments: ['prod'],
    subject: { useDefault: false, includeClaimKeys: null, useImmutableSubject: false },
  },
  {
    owner: 'contoso-retail',
    name: 'store-front',
    id: 733_900_120,
    visibility: 'internal',
    createdAt: nameBased,
    environments: ['prod'],
  },
]

/** The app that people let read their repositories; worth nothing outside this emulator. */
export const githubApp = {
  clientId: 'Iv23liTrustwrightLocal',
  clientSecret: 'github-app-secret-local-only',
  name: 'Trustwright (local)',
} as const

/** Tokens of GitHub's REST interface; worth nothing outside this emulator. */
export const githubTokens = {
  /** Administers contoso and its repositories. */
  contoso: {
    token: 'github-contoso-local-only',
    login: 'dana-contoso',
    administers: ['contoso', 'contoso-retail'],
  },
  /** Administers octo-org and fabrikam. */
  octo: { token: 'github-octo-local-only', login: 'octocat', administers: ['octo-org', 'fabrikam'] },
  /** Belongs to no organisation: sees what is public. */
  outsider: { token: 'github-outsider-local-only', login: 'robin-outside', administers: [] },
} as const
