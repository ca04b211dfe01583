import { clusterIssuer, githubIssuer } from '../seed.ts'
import type { PlannedTrust } from './plan.ts'

/** Repositories that send IDs, and older ones that send names, all of contoso at the emulated GitHub. */
export const repositories = { withIds: 200, withNames: 40 } as const
export const environmentsOfRepository = 20
export const ownerId = 5_544_123

const firstId = 910_000_000

export function repositoryWithIds(number: number): { name: string; id: number } {
  const place = number % repositories.withIds
  return { name: `service-${place}`, id: firstId + place }
}

export function repositoryWithNames(number: number): { name: string; id: number } {
  const place = number % repositories.withNames
  return { name: `legacy-${place}`, id: firstId + 1000 + place }
}

export function environmentName(number: number): string {
  return `stage-${number}`
}

/** Start of the subjects of a repository that sends IDs. */
export function pinned(number: number): string {
  const { name, id } = repositoryWithIds(number)
  return `repo:contoso@${ownerId}/${name}@${id}`
}

export function named(number: number): string {
  return `repo:contoso/${repositoryWithNames(number).name}`
}

/** A repository of its own for pull requests: their subject names nothing else. */
export function pullRequest(n: number): PlannedTrust {
  const repository = { name: `checks-${n}`, id: firstId + 100_000 + n }
  const subject = `repo:contoso@${ownerId}/${repository.name}@${repository.id}:pull_request`
  return { issuer: githubIssuer, subject, repository, faults: [] }
}

export const gitlab = 'https://gitlab.com'
export const terraform = 'https://app.terraform.io'

/** Issuers that the tenant of this seed allows where a portal is told so. */
export const allowedIssuers = [githubIssuer, gitlab, terraform, 'https://*.oic.prod-aks.azure.com/*']

/** A trust of number `n` with which nothing is wrong; no other number has its claims. */
export function rightTrust(n: number): PlannedTrust {
  const make = rightTrusts[n % rightTrusts.length] ?? rightTrusts[0]
  return make(Math.floor(n / rightTrusts.length))
}

type Maker = (n: number) => PlannedTrust

const right = (issuer: string, subject: string): PlannedTrust => ({ issuer, subject, faults: [] })

const rightTrusts: readonly [Maker, ...Maker[]] = [
  inEnvironment,
  (n) => right(clusterIssuer, serviceAccount(n)),
  (n) => right(githubIssuer, `${pinned(n)}:ref:refs/heads/release/${n}`),
  (n) => right(githubIssuer, `${pinned(n)}:ref:refs/tags/v${n}`),
  (n) => right(gitlab, `project_id:${40_000_000 + n}:ref_type:branch:ref:main`),
  (n) =>
    right(
      terraform,
      `organization:contoso:project:platform:workspace:service-${n}:run_phase:${n % 2 === 0 ? 'plan' : 'apply'}`,
    ),
  (n) => right(githubIssuer, `${pinned(n)}:ref:refs/heads/team/${n}`),
]

/** Environments are few; from there on it is a branch. */
function inEnvironment(n: number): PlannedTrust {
  const environment = Math.floor(n / repositories.withIds)
  const end =
    environment < environmentsOfRepository
      ? `environment:${environmentName(environment)}`
      : `ref:refs/heads/stage/${n}`
  return right(githubIssuer, `${pinned(n)}:${end}`)
}

export function serviceAccount(n: number): string {
  return `system:serviceaccount:team-${n % 50}:service-${n}`
}
