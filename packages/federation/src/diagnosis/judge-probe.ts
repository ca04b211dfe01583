import type { Cause, Diagnosis } from './cause.ts'
import { viewOf } from './draft-view.ts'
import { diagnosisOf } from './order.ts'
import { type ProbeAnswer, type ProbeRule, type ProbeView, probeViewOf } from './probe-view.ts'
import { issuerAddress } from './rules/draft/issuer-address.ts'
import { issuerSpelling } from './rules/draft/issuer-spelling.ts'
import { documentRule } from './rules/probe/document.ts'
import { keyFactsRule } from './rules/probe/key-facts.ts'
import { keysRule } from './rules/probe/keys.ts'
import { reach } from './rules/probe/reach.ts'
import { probedTrust } from './rules/probe/trust.ts'
import type { DiagnosedTrust } from './trust.ts'

const rules: readonly ProbeRule[] = [documentRule, reach, keysRule, keyFactsRule, probedTrust]

/**
 * What an issuer's discovery document and keys, fetched as Entra would, say about a trust. `discovery` is what the fetch
 * found; whatever was not reached is absent. Document and keys come from outside and may hold anything. Never throws.
 */
export function judgeProbe(issuer: string, discovery: ProbeAnswer, trust: DiagnosedTrust): Diagnosis {
  const probe = probeViewOf(issuer, discovery, trust)
  const causes = rules.flatMap((rule) => rule(probe))
  return diagnosisOf(discovery.document === undefined ? [...causes, ...byItself(probe)] : causes)
}

/** Where no document tells what the issuer is, its own spelling may. */
function byItself({ issuer, trust }: ProbeView): readonly Cause[] {
  const draft = viewOf({ ...trust, issuer })
  return [...issuerAddress(draft), ...issuerSpelling(draft)]
}
