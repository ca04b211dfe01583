import type { FactGap } from '../facts/fact.ts'
import type { FindingRuleId } from '../rule-ids.ts'
import type { PlantedParent } from './plant-parent.ts'
import type { Planted, PlantedClaims, PlantedGap } from './planted.ts'
import type { PlantedUse } from './planted-uses.ts'

/** What was planted: rules by the key of each trust and parent, and how often a rule cannot judge. */
export interface AnswerSheet {
  readonly wrong: ReadonlyMap<string, readonly FindingRuleId[]>
  readonly gaps: ReadonlyMap<string, number>
  readonly ofParent: (planted: PlantedParent) => void
  readonly ofTrust: (
    key: string,
    parent: PlantedParent,
    claims: PlantedClaims,
    use: PlantedUse,
    hasIssuers: boolean,
  ) => void
}

export function gapKey(rule: FindingRuleId, reason: FactGap): string {
  return `${rule} ${reason}`
}

export function answerSheet(): AnswerSheet {
  const wrong = new Map<string, readonly FindingRuleId[]>()
  const gaps = new Map<string, number>()
  const add = (key: string, parts: readonly Planted[]) => {
    const rules = new Set(parts.flatMap((part) => part.wrong ?? []))
    wrong.set(key, [...rules].toSorted())
    for (const [rule, reason] of parts.flatMap((part) => part.gaps ?? []).flatMap(withKeys)) {
      if (rules.has(rule)) continue
      gaps.set(gapKey(rule, reason), (gaps.get(gapKey(rule, reason)) ?? 0) + 1)
    }
  }
  return {
    wrong,
    gaps,
    ofParent: ({ parent, itself }) => add(parent.key, [itself]),
    ofTrust: (key, parent, claims, use, hasIssuers) =>
      add(key, [
        claims,
        ofAksMade(parent.trusts, claims),
        ofUse(use, claims),
        ofPullRequest(parent, claims),
        ofIssuer(claims, hasIssuers),
      ]),
  }
}

/** A probe that tells nothing of an issuer tells nothing of its keys. */
function withKeys(gap: PlantedGap): readonly PlantedGap[] {
  return gap[0] === 'dangling-issuer' ? [gap, ['key-exposed', gap[1]]] : [gap]
}

/** No policy is asked about what AKS makes. */
function ofAksMade({ wrong = [], gaps = [] }: Planted, { name }: PlantedClaims): Planted {
  return name === undefined
    ? { wrong, gaps }
    : { wrong, gaps: gaps.filter(([rule]) => rule !== 'policy-refuses') }
}

/** That nobody used it says nothing beside why nobody can. */
function ofUse({ wrong = [], gaps = [] }: PlantedUse, { isDead }: PlantedClaims): Planted {
  return { wrong: isDead === true ? wrong.filter((rule) => rule !== 'never-used') : wrong, gaps }
}

function ofPullRequest({ writes, parent }: PlantedParent, { isForPullRequests }: PlantedClaims): Planted {
  if (isForPullRequests !== true || writes === false) return {}
  if (writes) return { wrong: ['pull-request-write'] }
  const unread = [parent.roles, parent.appRoles, parent.directoryRoles].find((fact) => !fact.known)
  const reason = unread === undefined || unread.known ? 'not-told' : unread.because
  return { gaps: [['pull-request-write', reason]] }
}

function ofIssuer({ isOfNobody, wrong }: PlantedClaims, hasIssuers: boolean): Planted {
  if (!hasIssuers) {
    return {
      wrong: isOfNobody === true ? ['issuer-unknown'] : [],
      gaps: [['issuer-not-allowed', 'not-set-up']],
    }
  }
  return isOfNobody === true && wrong === undefined ? { wrong: ['issuer-not-allowed'] } : {}
}
