import { clusterIssuer, githubIssuer, tokenExchangeAudience } from './seed.ts'

const phases = ['plan', 'apply', 'sync', 'drift'] as const
const environments = ['dev', 'test', 'stage', 'prod', 'review'] as const

/** The trusts that teams have: environments and branches of a repository by name and by id, pods, a Terraform run. */
export function bulkTrust(team: string, part: string, number: number, index: number) {
  const repository = `${team}-${part}-${number + 1}`
  const kind = kinds[(number + index) % kinds.length] ?? kinds[0]
  const round = Math.floor(index / kinds.length)
  const trust = kind({ team, part, repository, number, round })
  return { name: `${trust.name}-${index + 1}`, ...pick(trust), audiences: [tokenExchangeAudience] }
}

interface Place {
  team: string
  part: string
  repository: string
  number: number
  /** Counts how often this kind came for the same parent. */
  round: number
}

interface Trust {
  name: string
  issuer: string
  subject: string
}

const kinds: readonly [(place: Place) => Trust, ...((place: Place) => Trust)[]] = [
  ({ repository, round }) =>
    github(`${repository}-env`, `repo:contoso/${repository}:environment:${environmentOf(round)}`),
  ({ team, part, number, round }) => ({
    name: `${team}-pods`,
    issuer: clusterIssuer,
    subject: `system:serviceaccount:${team}-${number + 1}:${part}${round === 0 ? '' : `-${round}`}`,
  }),
  ({ repository, number, round }) =>
    github(
      `${repository}-id`,
      `repo:contoso@5544123/${repository}@${900_000_000 + number}:environment:${environmentOf(round)}`,
    ),
  ({ repository, round }) =>
    github(
      `${repository}-branch`,
      `repo:contoso/${repository}:ref:refs/heads/${round === 0 ? 'main' : `release/${round}`}`,
    ),
  ({ team, repository, round }) => ({
    name: `${team}-terraform`,
    issuer: 'https://app.terraform.io',
    subject: `organization:contoso:project:${team}:workspace:${repository}:run_phase:${phases[round % phases.length] ?? 'plan'}`,
  }),
]

function github(name: string, subject: string): Trust {
  return { name, issuer: githubIssuer, subject }
}

function environmentOf(round: number): string {
  return environments[round % environments.length] ?? environments[0]
}

function pick({ issuer, subject }: Trust) {
  return { issuer, subject }
}
