import type { Cause, CauseAction } from '../../diagnosis/cause.ts'
import { deadCauses } from '../dead-causes.ts'
import { valueOf } from '../facts/fact.ts'
import type { FindingFix } from '../finding.ts'
import { fixOf, type Hit, type TrustRule } from '../rule.ts'
import type { TrustCase } from '../trust-case.ts'

/** https://learn.microsoft.com/entra/workload-id/workload-identity-federation-considerations */
export const cannotMatch: TrustRule = {
  id: 'cannot-match',
  about: 'trust',
  title: 'No token can match',
  severity: 'medium',
  because:
    'Nobody gets in by it today, but whoever relies on it is locked out, and one changed letter opens it unnoticed.',
  needs: 'The stored values; what GitHub says of the repository, and what the issuer published, add to them.',
  remedy: 'Put the value right as a token carries it, or delete the trust.',
  yieldsTo: ['dead-twin', 'dangling-workload'],
  judge(trustCase) {
    const causes = deadCauses(trustCase)
    const [first] = causes
    if (first === undefined) return null
    const waiting = waitsForOptIn(trustCase, causes)
    if (waiting !== null) return waiting
    const use = valueOf(trustCase.trust.lastUse)
    const seen = [...new Set(causes.map((cause) => cause.evidence))].slice(0, 3)
    const evidence = [
      ...seen,
      ...(use?.state === 'used' ? [`Last use, before the fault: ${use.at}`] : []),
    ].join(' · ')
    return {
      text: first.text,
      evidence,
      fix: repair(trustCase, first.fix, first.action),
      news: causes.map(({ code }) => code),
    }
  },
}

/** The first step of the switch to IDs, which is no fault: https://learn.microsoft.com/entra/workload-id/workload-identities-github-immutable-subjects */
function waitsForOptIn({ trust, world }: TrustCase, causes: readonly Cause[]): Hit | null {
  const [cause] = causes
  if (cause?.code !== 'github-names-expected' || causes.length > 1 || cause.action?.kind !== 'set')
    return null
  const { value: names } = cause.action
  const other = world
    .trustsOf(trust.parentKey)
    .find(({ issuer, subject }) => issuer === trust.issuer && subject === names)
  if (other === undefined) return null
  return {
    text: `No token matches it yet: the repository still sends names, which ${other.name} takes.`,
    evidence: cause.evidence,
    fix: fixOf(
      'Turn on immutable subjects in the repository’s OIDC settings, and see a run work by this one.',
    ),
    news: [cause.code, other.key],
    severity: 'low',
    because: 'It is one step of the switch to IDs: the trust with names beside it works meanwhile.',
  }
}

/** Azure refuses a second trust with the same claims, so that a repair which makes one is none. */
function repair({ trust, world }: TrustCase, text: string, action: CauseAction | undefined): FindingFix {
  if (action?.kind !== 'set') return fixOf(text, action)
  const issuer = action.field === 'issuer' ? action.value : trust.issuer
  const subject = action.field === 'subject' ? action.value : trust.subject
  const taken = world
    .trustsOf(trust.parentKey)
    .find((other) => other !== trust && other.issuer === issuer && other.subject === subject)
  if (taken === undefined) return fixOf(text, action)
  return fixOf(`Delete it: ${taken.name} on the same identity already has the right values.`, {
    kind: 'delete',
  })
}
