import {
  clusterIssuer,
  deletedClusterIssuer,
  githubIssuer,
  tokenExchangeAudience,
  unknownIssuer,
} from '../seed.ts'
import type { PlannedFault, PlannedTrust } from './plan.ts'
import { gitlab, named, ownerId, pinned, repositoryWithIds, serviceAccount } from './workloads.ts'

/** Makes the trust of number `n`, which is wrong in itself. */
export type ClaimsCase = (n: number) => PlannedTrust

type Fault = PlannedFault | PlannedFault['fault']

function wrong(issuer: string, subject: string | null, ...faults: readonly Fault[]): PlannedTrust {
  const planned = faults.map((fault) => (typeof fault === 'string' ? { fault } : fault))
  return { issuer, subject, faults: planned }
}

/** Not among the issuers that the tenant allows. */
const foreign: PlannedFault = { fault: 'issuer not allowed', onlyIf: { allowedIssuers: true } }
/** Only who may ask GitHub can tell; anybody else sees names that others can take. */
const atGithub = (fault: PlannedFault['fault']): PlannedFault => ({ fault, onlyIf: { github: true } })
const withoutGithub: PlannedFault = { fault: 'mutable subject', onlyIf: { github: false } }

const branch = (n: number) => `${pinned(n)}:ref:refs/heads/fault/${n}`
const account = (n: number) => serviceAccount(1_000_000 + n)

/** Faults of the claims of one trust; the access of the parent does not matter. */
export const claimsCases: readonly ClaimsCase[] = [
  (n) => wrong(`${githubIssuer}/`, branch(n), 'cannot match: slash', foreign),
  (n) => wrong(clusterIssuer.slice(0, -1), account(n), 'cannot match: slash'),
  (n) => wrong(clusterIssuer, `system:serviceaccount:team-1:Service-${n}`, 'cannot match: letter case'),
  (n) =>
    wrong(
      githubIssuer,
      branch(n).replace('repo:contoso', 'repo:Contoso'),
      atGithub('cannot match: letter case'),
    ),
  (n) => wrong(githubIssuer, `${branch(n)} `, 'cannot match: white space'),
  (n) => wrong(` ${clusterIssuer}`, account(n), 'cannot match: white space', foreign),
  (n) =>
    wrong(
      githubIssuer,
      `${pinned(n)}:ref:refs/heads/fault-${n}/*`,
      'cannot match: wildcard in an exact subject',
    ),
  (n) =>
    wrong(clusterIssuer, `system:serviceaccount:team-${n}:*`, 'cannot match: wildcard in an exact subject'),
  (n) => wrong(githubIssuer, `${pinned(n)}:branch:fault-${n}`, 'cannot match: wrong entity'),
  (n) => wrong(clusterIssuer, `system:serviceaccount:service-${n}`, 'cannot match: wrong entity'),
  (n) => wrong(gitlab, `project_path:contoso/service-${n}:ref_type:branch:ref:main`, 'mutable subject'),
  (n) =>
    wrong(
      githubIssuer,
      `${named(n)}:ref:refs/heads/release/${n}`,
      atGithub('immutable-subject migration due'),
      withoutGithub,
    ),
  (n) => wrong(deletedClusterIssuer, account(n), 'dangling issuer'),
  (n) =>
    wrong(
      githubIssuer,
      `repo:contoso/deleted-${n}:ref:refs/heads/main`,
      atGithub('dangling workload'),
      withoutGithub,
    ),
  (n) =>
    wrong(
      githubIssuer,
      `repo:contoso/moved-${n % 20}:ref:refs/heads/fault/${n}`,
      atGithub('dangling workload'),
      withoutGithub,
    ),
  (n) => wrong(githubIssuer, `${pinned(n)}:environment:deleted-${n}`, atGithub('dangling workload')),
  (n) =>
    wrong(
      unknownIssuer,
      `service-${n}`,
      { fault: 'unknown issuer', onlyIf: { allowedIssuers: false } },
      foreign,
    ),
  (n) => wrong('https://accounts.google.com', String(100_000_000_000_000_000_000n + BigInt(n)), foreign),
  (n) => wrong(githubIssuer.replace('https:', 'http:'), branch(n), 'plain http issuer', foreign),
  (n) => wrong(`https://10.20.${(n >> 8) % 256}.${n % 256}`, account(n), 'private issuer', foreign),
  (n) => wrong('https://kubernetes.default.svc.cluster.local', account(n), 'private issuer', foreign),
  (n) => ({ ...wrong(clusterIssuer, account(n), 'unusual audience'), audience: `api://contoso-${n}` }),
  (n) => ({
    ...wrong(githubIssuer, branch(n), 'unusual audience'),
    audience: `${tokenExchangeAudience}China`,
  }),
]

/** The same, of expressions, which applications alone have. */
export const expressionCases: readonly ClaimsCase[] = [
  (n) => ({
    ...wrong(githubIssuer, null, 'pattern too wide: whole organisation'),
    expression: `claims['sub'] matches 'repo:contoso@${ownerId}/team-${n}-*' and claims['repository_owner_id'] eq '${ownerId}'`,
  }),
  (n) => ({
    ...wrong(githubIssuer, null, 'pattern too wide: every ref'),
    expression: `claims['sub'] matches '${pinned(n)}:ref:refs/heads/*' and claims['repository_id'] eq '${repositoryWithIds(n).id}'`,
  }),
]
