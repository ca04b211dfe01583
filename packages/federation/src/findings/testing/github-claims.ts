import { known, unknown } from '../facts/fact.ts'
import type { RepositoryFacts } from '../facts/inventory.ts'
import type { ClaimsMaker, PlantedClaims } from './planted.ts'

const issuer = 'https://token.actions.githubusercontent.com'
const ownerId = '5544123'

/** A repository whose subjects carry IDs, as GitHub shows it. */
function sendsIds(n: number, change: RepositoryFacts = {}): Pick<PlantedClaims, 'repository'> {
  const facts: RepositoryFacts = {
    repositoryStatus: 200,
    canonicalRepository: `contoso/api-${n}`,
    repositoryOwnerId: ownerId,
    repositoryId: String(n),
    subClaimPrefix: `repo:contoso@${ownerId}/api-${n}@${n}`,
    useImmutableSubject: true,
    environments: ['prod'],
    visibility: 'private',
    seesPrivate: true,
    ...change,
  }
  return { repository: { name: `contoso/api-${n}`, facts: known(facts) } }
}

function sendsNames(n: number) {
  return sendsIds(n, { subClaimPrefix: `repo:contoso/api-${n}`, useImmutableSubject: false })
}

function gone(n: number, canonical: RepositoryFacts = { repositoryStatus: 404, seesPrivate: true }) {
  return { repository: { name: `contoso/api-${n}`, facts: known(canonical) } }
}

const withIds = (n: number, rest = 'environment:prod') => `repo:contoso@${ownerId}/api-${n}@${n}:${rest}`
const withNames = (n: number, rest = 'environment:prod') => `repo:contoso/api-${n}:${rest}`
const pattern = (subject: string, id: string) => `claims['sub'] matches '${subject}' and ${id}`

/** Right trusts of GitHub, and near misses of every rule about them. */
export const rightOfGithub: readonly [ClaimsMaker, ...ClaimsMaker[]] = [
  (n) => ({ issuer, subject: withIds(n), ...sendsIds(n) }),
  (n) => ({ issuer, subject: withIds(n, 'ref:refs/heads/main'), ...sendsIds(n) }),
  (n) => ({ issuer, subject: withIds(n, 'environment:Prod'), ...sendsIds(n, { environments: ['Prod'] }) }),
  (n) => ({ issuer, subject: withIds(n, 'pull_request'), ...sendsIds(n), isForPullRequests: true }),
  (n) => ({
    issuer,
    subject: null,
    expression: pattern(`repo:contoso/api-${n}:environment:prod-*`, `claims['repository_id'] eq '${n}'`),
    ...sendsIds(n),
  }),
  (n) => ({
    issuer: `https://ghes-${n}.fabrikam.com/_services/token`,
    subject: withNames(n),
    probe: known({ status: 200, document: {}, keyFacts: [] }),
  }),
]

export const wrongOfGithub: readonly [ClaimsMaker, ...ClaimsMaker[]] = [
  (n) => ({ issuer, subject: withNames(n), ...sendsNames(n), wrong: ['id-migration-due'] }),
  (n) => ({
    issuer,
    subject: withNames(n),
    repository: { name: `contoso/api-${n}`, facts: unknown('not-allowed') },
    wrong: ['mutable-subject'],
    gaps: [
      ['dangling-workload', 'not-allowed'],
      ['id-migration-due', 'not-allowed'],
    ],
  }),
  (n) => ({ issuer, subject: withNames(n), ...gone(n), wrong: ['dangling-workload'] }),
  (n) => ({
    issuer,
    subject: withNames(n),
    ...gone(n, { repositoryStatus: 410 }),
    wrong: ['dangling-workload'],
  }),
  (n) => ({ issuer, subject: withIds(n), ...gone(n), wrong: ['dangling-workload'] }),
  (n) => ({
    issuer,
    subject: withNames(n),
    ...gone(n, { repositoryStatus: 301, canonicalRepository: `contoso/new-${n}` }),
    wrong: ['dangling-workload'],
  }),
  (n) => ({ issuer, subject: withIds(n, 'environment:test'), ...sendsIds(n), wrong: ['dangling-workload'] }),
  (n) => ({
    issuer,
    subject: null,
    expression: pattern(`repo:contoso/team-${n}-*`, `claims['repository_owner_id'] eq '${ownerId}'`),
    isForPullRequests: true,
    wrong: ['pattern-too-wide'],
  }),
  (n) => ({
    issuer,
    subject: null,
    expression: pattern(`repo:contoso/api-${n}:*`, `claims['repository_id'] eq '${n}'`),
    ...sendsIds(n),
    isForPullRequests: true,
    wrong: ['pattern-too-wide'],
  }),
  (n) => ({
    issuer,
    subject: null,
    expression: pattern(`repo:contoso/api-${n}:ref:refs/heads/*`, `claims['repository_id'] eq '${n}'`),
    ...sendsIds(n),
    wrong: ['pattern-too-wide'],
  }),
  (n) => ({
    issuer,
    subject: null,
    expression: `claims['sub'] matches 'repo:*-${n}:pull_request'`,
    isForPullRequests: true,
    wrong: ['pattern-too-wide', 'mutable-subject', 'policy-refuses'],
  }),
  (n) => ({
    issuer,
    subject: `repo:fabrikam@77/api-${n}@${n}:environment:prod`,
    repository: {
      name: `fabrikam/api-${n}`,
      facts: known({
        repositoryStatus: 200,
        canonicalRepository: `fabrikam/api-${n}`,
        environments: ['prod'],
      }),
    },
    wrong: ['policy-refuses'],
  }),
]

/** No token fits these. */
export const deadOfGithub: readonly [ClaimsMaker, ...ClaimsMaker[]] = [
  (n) => ({ issuer, subject: withNames(n), ...sendsIds(n) }),
  (n) => ({
    issuer,
    subject: withIds(n),
    ...sendsIds(n, {
      canonicalRepository: `contoso/Api-${n}`,
      subClaimPrefix: `repo:contoso@${ownerId}/Api-${n}@${n}`,
    }),
  }),
  (n) => ({
    issuer,
    subject: withIds(n),
    ...gone(n, { repositoryStatus: 301, canonicalRepository: `contoso/new-${n}` }),
  }),
  (n) => ({ issuer: `${issuer}/`, subject: withIds(n), ...sendsIds(n) }),
  (n) => ({ issuer, subject: withIds(n, 'ref:refs/heads/*'), ...sendsIds(n) }),
  (n) => ({ issuer, subject: `${withIds(n)} `, ...sendsIds(n) }),
  (n) => ({ issuer, subject: withIds(n, 'pull-request'), ...sendsIds(n) }),
  (n) => ({ issuer, subject: withIds(n, 'environment:PROD'), ...sendsIds(n) }),
  (n) => ({ issuer, subject: withIds(n).replace(`@${n}:`, ':'), ...sendsIds(n) }),
]
