import { clusterIssuer, githubIssuer } from '../seed.ts'
import { accessCases, readingPullRequests, type ParentCase } from './access-cases.ts'
import { claimsCases, expressionCases, type ClaimsCase } from './claims-cases.ts'
import { parent, withFaults, type PlannedTrust } from './plan.ts'
import { rightTrust, serviceAccount } from './workloads.ts'

const several = (n: number, count: number): PlannedTrust[] =>
  Array.from({ length: count }, (_, place) => rightTrust(n + place))

/** A wrong trust beside a right one. */
const besideRight =
  (claims: ClaimsCase): ParentCase['make'] =>
  (n, kind) =>
    parent(kind, [claims(n), rightTrust(n + 1)])

/** Every fault once. The order never changes: it gives the same tenant for the same numbers. */
export const parentCases: readonly ParentCase[] = [
  ...claimsCases.map((claims): ParentCase => ({ trusts: 2, make: besideRight(claims) })),
  ...expressionCases.map((claims): ParentCase => ({
    trusts: 2,
    kind: 'application',
    make: besideRight(claims),
  })),
  ...accessCases,
  readingPullRequests,
  {
    trusts: 1,
    make: (n, kind) => {
      const account = { issuer: clusterIssuer, subject: serviceAccount(2_000_000 + n), faults: [] }
      const twin = { ...account, issuer: clusterIssuer.slice(0, -1) }
      return parent(kind, [account, ...withFaults([twin], { fault: 'cannot match: dead twin' })])
    },
  },
  {
    trusts: 2,
    make: (n, kind) =>
      parent(kind, withFaults(several(n, 2), { fault: 'unused for 90 days' }), { lastUseDays: 120 }),
  },
  { trusts: 1, make: (n, kind) => parent(kind, several(n, 1), { lastUseDays: 88 }) },
  {
    trusts: 1,
    make: (n, kind) =>
      parent(kind, withFaults(several(n, 1), { fault: 'never used' }), { lastUseDays: null }),
  },
  {
    trusts: 1,
    make: (n, kind) => parent(kind, several(n, 1), { owner: 'nobody', faults: [{ fault: 'no owner' }] }),
  },
  {
    trusts: 1,
    kind: 'application',
    make: (n, kind) => parent(kind, several(n, 1), { owner: 'blocked', faults: [{ fault: 'no owner' }] }),
  },
  {
    trusts: 18,
    make: (n, kind) => parent(kind, several(n, 18), { faults: [{ fault: 'near the limit of 20' }] }),
  },
  {
    trusts: 20,
    make: (n, kind) => parent(kind, several(n, 20), { faults: [{ fault: 'near the limit of 20' }] }),
  },
  { trusts: 17, make: (n, kind) => parent(kind, several(n, 17)) },
  {
    trusts: 1,
    kind: 'identity',
    make: (n, kind) =>
      parent(kind, withFaults(several(n, 1), { fault: 'managed by AKS' }), { place: 'nodes' }),
  },
  {
    trusts: 1,
    kind: 'identity',
    make: (n, kind) => {
      const stranger = {
        issuer: githubIssuer,
        subject: `repo:fabrikam@7310448/service-0@920000000:ref:refs/heads/release/${n}`,
        faults: [],
      }
      const refused = withFaults([stranger], { fault: 'policy would refuse it today' })
      return parent(kind, refused, { place: 'guarded' })
    },
  },
]

/** One workload on as many identities: from five on it is too many. */
export function sharedTrust(n: number, parents: number): PlannedTrust {
  const trust = { issuer: clusterIssuer, subject: serviceAccount(3_000_000 + n), faults: [] }
  return parents < 5 ? trust : { ...trust, faults: [{ fault: 'shared subject' }] }
}
