import type { FindingTrust } from '../facts/inventory.ts'
import { deadCauses } from '../dead-causes.ts'
import { fixOf, type Hit, type TrustRule } from '../rule.ts'
import type { TrustCase } from '../trust-case.ts'
import type { TwinGroup } from '../twins.ts'

/** https://learn.microsoft.com/entra/workload-id/workload-identity-federation-considerations */
export const deadTwin: TrustRule = {
  id: 'dead-twin',
  about: 'trust',
  title: 'Twin of another trust that never matches',
  severity: 'low',
  because:
    'It lets nobody in: tokens carry one spelling. It takes one of 20 places and hides which of two is meant.',
  needs: 'All trusts of the same identity; the last use tells which of two is alive.',
  remedy: 'Keep the spelling of the tokens, and delete the other.',
  judge(trustCase) {
    const group = trustCase.world.twinsOf(trustCase.trust)
    if (group === null) return trustCase.parent?.allTrustsRead === false ? { gap: 'failed' } : null
    return judgeGroup(trustCase, group)
  },
}

function judgeGroup(trustCase: TrustCase, group: TwinGroup): Hit | null {
  const { trust } = trustCase
  const used = group.used()
  if (used.includes(trust)) return null
  if (used.length > 0) return dead(trust, used, 'sign-ins were seen of the other one alone')
  const alive = group.alive()
  if (alive.length === 0) return null
  if (deadCauses(trustCase).length > 0) return dead(trust, alive, 'no token carries this spelling')
  return alive.length === 1 ? null : unsure(trust, alive)
}

function dead(trust: FindingTrust, others: readonly FindingTrust[], why: string): Hit {
  const other = others.find((one) => one !== trust) ?? trust
  return {
    text: `It never matches beside ${other.name}: ${why}.`,
    evidence: bothOf(trust, other),
    fix: fixOf(`Delete it: ${other.name} stays.`, { kind: 'delete' }),
    news: ['dead', other.key],
  }
}

function unsure(trust: FindingTrust, alive: readonly FindingTrust[]): Hit {
  const other = alive.find((one) => one !== trust) ?? trust
  return {
    text: `It or ${other.name} never matches: they differ in a slash or in letter case alone.`,
    evidence: bothOf(trust, other),
    fix: fixOf(
      'Compare both with “iss” and “sub” of a token, keep the one that equals it, and delete the other.',
    ),
    news: ['unsure', other.key],
  }
}

function bothOf(trust: FindingTrust, other: FindingTrust): string {
  return [trust, other].map(({ name, issuer, subject }) => `${name}: ${issuer} ${subject ?? ''}`).join(' — ')
}
