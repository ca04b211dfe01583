import type { ProbeAnswer } from '../../diagnosis/probe-view.ts'
import type { Fact, FactGap } from '../facts/fact.ts'
import type { RepositoryFacts } from '../facts/inventory.ts'
import type { FindingRuleId } from '../rule-ids.ts'

/** A rule that cannot judge, and why. */
export type PlantedGap = readonly [FindingRuleId, FactGap]

/** What a part of the seed puts into a trust or a parent, and what is wrong with it because of that. */
export interface Planted {
  readonly wrong?: readonly FindingRuleId[]
  readonly gaps?: readonly PlantedGap[]
}

/** The claims of one trust with the facts around them. */
export interface PlantedClaims extends Planted {
  readonly issuer: string
  readonly subject: string | null
  readonly expression?: string
  readonly audiences?: readonly string[]
  readonly name?: string
  readonly repository?: { readonly name: string; readonly facts: Fact<RepositoryFacts> }
  readonly probe?: Fact<ProbeAnswer>
  /** Pull requests fit it. */
  readonly isForPullRequests?: boolean
  /** No token fits it, so that it cannot have been used. */
  readonly isDead?: boolean
  /** Nobody vouches for its issuer, unless issuers were decided about: then it is not allowed. */
  readonly isOfNobody?: boolean
}

/** Makes the claims number `n`, unlike those of any other number. */
export type ClaimsMaker = (n: number) => PlantedClaims
