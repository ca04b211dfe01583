import type { Cause, ClaimAlignment } from './cause.ts'
import { causeOf } from './cause.ts'
import { alignClaims } from './claims/align-claims.ts'
import { siftTrusts } from './claims/nearest.ts'
import { type Pair, pairOf } from './claims/pair.ts'
import type { Presented } from './claims/presented.ts'
import type { KnownTrust, TokenContext } from './claims/token-context.ts'
import { audienceCauses } from './rules/token/audience-rules.ts'
import { issuerCauses } from './rules/token/issuer-rules.ts'
import { fittingParent, otherIdentityCause } from './rules/token/other-identity.ts'
import { subjectCauses } from './rules/token/subject-rules.ts'

/** A trust that was compared, and every claim in which it differs. */
export interface ComparedTrust {
  readonly trust: KnownTrust
  readonly differences: readonly ClaimAlignment[]
}

/** What was presented beside the trusts of an identity. */
export interface Judgement {
  /** The trusts to which every known value is equal. */
  readonly matching: readonly Pair[]
  /** At most three, most alike first. */
  readonly nearest: readonly ComparedTrust[]
  /** Every difference to the nearest trust, and where the fitting one is; empty when one matches. */
  readonly causes: readonly Cause[]
}

/** Codes after which the other claims of the nearest trust say little: it is a trust for something else. */
const elsewhere: readonly Cause['code'][] = [
  'issuer-other-platform',
  'issuer-pipeline-token',
  'issuer-in-cluster',
]

/** At most three trusts, most alike first, with their differences letter by letter. */
export function nearestTrusts(
  presented: Presented,
  trusts: readonly KnownTrust[],
  context: TokenContext,
): readonly ComparedTrust[] {
  return siftTrusts(trusts, presented, 3).nearest.map((trust) =>
    comparedTrust(pairOf(trust, presented, context)),
  )
}

export function judgePresented(
  presented: Presented,
  trusts: readonly KnownTrust[],
  context: TokenContext,
): Judgement {
  const sifted = siftTrusts(trusts, presented, 3)
  const pairs = sifted.nearest.map((trust) => pairOf(trust, presented, context))
  const nearest = pairs.map(comparedTrust)
  const matching = sifted.matching.map((trust) => pairOf(trust, presented, context))
  if (matching.length > 0) return { matching, nearest, causes: [] }
  const parent = fittingParent(presented, context)
  const [first] = pairs
  const found = first === undefined ? [withoutTrust(presented)] : differenceCauses(first)
  if (parent === null) return { matching, nearest, causes: found }
  // An operator signs in as many identities, so that another one also trusts it explains nothing.
  const isOperator = found.some(({ code }) => code === 'kubernetes-operator')
  const others = isOperator ? found : found.map((cause): Cause => ({ ...cause, certainty: 'possible' }))
  return { matching, nearest, causes: [otherIdentityCause(parent, context, !isOperator), ...others] }
}

function differenceCauses(pair: Pair): readonly Cause[] {
  const issuer = issuerCauses(pair)
  const rest = [...subjectCauses(pair), ...audienceCauses(pair)]
  const isElsewhere = issuer.some(({ code }) => elsewhere.includes(code))
  return [
    ...issuer,
    ...(isElsewhere ? rest.map((cause): Cause => ({ ...cause, certainty: 'possible' })) : rest),
  ]
}

function withoutTrust({ issuer, subject, audiences }: Presented): Cause {
  return causeOf('identity-without-trust', {
    severity: 'block',
    certainty: 'certain',
    text: 'This identity has no trust, so no token matches it.',
    evidence: 'No federated credential was found on the identity.',
    fix: 'Create a trust with the issuer and subject of the token, or check that the workload uses the right client ID.',
    ...(issuer === undefined || subject === undefined || issuer === '' || subject === ''
      ? {}
      : { action: { kind: 'create', issuer, subject, audience: audiences?.[0] ?? '' } }),
  })
}

function comparedTrust({ trust, issuer, subject, audience }: Pair): ComparedTrust {
  const all = [
    ['issuer', issuer],
    ['subject', subject],
    ['audience', audience],
  ] as const
  const differences = all.flatMap(([claim, difference]) =>
    difference === null ? [] : [alignClaims(claim, difference.stored, difference.presented)],
  )
  return { trust, differences }
}
