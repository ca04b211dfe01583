import type { World } from '../../kernel/world.ts'
import { githubIssuer } from '../../seed.ts'
import { definePlatform } from '../define-platform.ts'
import { choice, selfHosted, selfHostedPatterns, slug } from '../fields.ts'
import { githubClaims } from '../github-claims.ts'
import { githubFields, githubProblems, templateKeys, type GithubValues } from '../github-fields.ts'
import { knownRepository, subjectTemplate, usesImmutableSubject } from '../github-repository.ts'
import { githubSubject, subjectPrefix } from '../github-subject.ts'
import type { FieldProblem } from '../platform.ts'
import { subjectFields } from '../sample-github.ts'
import { numberOf, shaOf } from '../stable-values.ts'

const source = 'https://docs.github.com/actions/reference/security/oidc'
const shown =
  'repo:{owner}/{repository}:environment:{environment} | :ref:refs/heads/{branch} | :ref:refs/tags/{tag} | :pull_request'
const ghe = ['contoso', 'fabrikam', 'octo-org'] as const

const common = {
  source,
  subjectFields,
  lifetimeSeconds: 300,
  claims: (values: GithubValues, context: Parameters<typeof githubClaims>[1] & { issuedAt: number }) => ({
    ...githubClaims(values, context),
    nbf: context.issuedAt - 600,
  }),
  discovery: {
    subject_types_supported: ['public', 'pairwise'],
    claims_supported: ['sub', 'aud', 'exp', 'iat', 'iss', 'jti', 'nbf', ...templateKeys],
    scopes_supported: ['openid'],
  },
}

export const github = definePlatform({
  ...common,
  id: 'github',
  title: 'GitHub Actions',
  example: { owner: 'octo-org', repository: 'octo-repo', branch: 'main' },
  issuer: `${githubIssuer}[/{enterprise}]`,
  standardIssuer: githubIssuer,
  hosts: [new URL(githubIssuer).hostname],
  fields: {
    ...githubFields,
    enterprise: slug('Enterprise', 'Slug of an enterprise with an issuer of its own').optional(),
  },
  keyPurpose: () => 'issuer-github',
  knows: ({ enterprise }, world) => enterprise === undefined || hasIssuer(enterprise, world),
  prepare: (values, world) => {
    const completed = complete(values, world)
    if ('problems' in completed) return completed
    const { owner } = knownRepository(world, values.owner, values.repository)
    const enterprise = values.enterprise ?? ownIssuer(owner?.enterprise ?? null)
    if (enterprise === undefined) return { ...values, ...completed }
    if (hasIssuer(enterprise, world)) return { ...values, ...completed, enterprise }
    return { problems: [{ field: 'enterprise', text: 'has no issuer of its own in this emulator' }] }
  },
  subject: { shown, of: subject },
})

export const githubEnterpriseCloud = definePlatform({
  ...common,
  id: 'ghe-com',
  title: 'GitHub Actions (GHE.com, data residency)',
  example: { owner: 'octo-org', repository: 'octo-repo', branch: 'main' },
  issuer: 'https://token.actions.{subdomain}.ghe.com',
  standardIssuer: 'https://token.actions.contoso.ghe.com',
  hosts: ghe.map((subdomain) => `token.actions.${subdomain}.ghe.com`),
  fields: { ...githubFields, subdomain: choice('Subdomain of GHE.com', ghe).default('contoso') },
  prepare: (values, world) => {
    const completed = complete(values, world)
    return 'problems' in completed ? completed : { ...values, ...completed }
  },
  subject: { shown, of: subject },
})

/** Subjects never carry ids here. */
export const githubEnterpriseServer = definePlatform({
  ...common,
  id: 'github-enterprise-server',
  title: 'GitHub Actions (Enterprise Server)',
  example: { owner: 'octo-org', repository: 'octo-repo', branch: 'main' },
  issuer: 'https://{host}/_services/token',
  standardIssuer: 'https://github.contoso.example/_services/token',
  hosts: selfHostedPatterns,
  fields: { ...githubFields, host: selfHosted('Server', 'github').default('github.contoso.example') },
  prepare: (values) => {
    const problems = githubProblems(values)
    if (values.immutable) problems.push({ field: 'immutable', text: 'does not exist on Enterprise Server' })
    return problems.length > 0 ? { problems } : { ...values, immutable: false }
  },
  subject: { shown, of: subject },
})

/** Fills in what GitHub knows of the repository; what was said explicitly wins. */
function complete(values: GithubValues, world: World): GithubValues | { problems: FieldProblem[] } {
  const { owner, repository } = knownRepository(world, values.owner, values.repository)
  const ownerId = values.ownerId ?? (owner ? String(owner.id) : undefined)
  const repositoryId = values.repositoryId ?? (repository ? String(repository.id) : undefined)
  const immutable = values.immutable ?? usesImmutableSubject(owner, repository)
  const template = values.subjectClaims ?? subjectTemplate(owner, repository)
  const problems = githubProblems(values)
  for (const [field, id] of Object.entries(immutable ? { ownerId, repositoryId } : {})) {
    if (id === undefined) problems.push({ field, text: 'is needed for an immutable subject' })
  }
  if (problems.length > 0) return { problems }
  return {
    ...values,
    owner: repository?.owner ?? owner?.login ?? values.owner,
    repository: repository?.name ?? values.repository,
    immutable,
    ...(ownerId === undefined ? {} : { ownerId }),
    ...(repositoryId === undefined ? {} : { repositoryId }),
    ...(template === undefined ? {} : { subjectClaims: template }),
  }
}

function subject(values: GithubValues, world: World): string {
  const { owner, repository, immutable = false, ownerId = '', repositoryId = '' } = values
  const prefix = subjectPrefix({ owner, repository, immutable, ownerId, repositoryId })
  const claims = githubClaims(values, { world, number: numberOf, sha: shaOf })
  return githubSubject(values, prefix, claims, values.subjectClaims)
}

function hasIssuer(slugWanted: string, { store }: World): boolean {
  return store.githubOwners.list().some(({ enterprise }) => ownIssuer(enterprise) === slugWanted)
}

function ownIssuer(enterprise: { slug: string; includeSlugInIssuer: boolean } | null): string | undefined {
  return enterprise?.includeSlugInIssuer ? enterprise.slug : undefined
}
