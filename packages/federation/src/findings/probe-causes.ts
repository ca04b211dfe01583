import type { Cause } from '../diagnosis/cause.ts'
import type { CauseCode } from '../diagnosis/codes.ts'
import { judgeProbe } from '../diagnosis/judge-probe.ts'
import type { ProbeAnswer } from '../diagnosis/probe-view.ts'
import { type Fact, valueOf } from './facts/fact.ts'

/** Faults that let too many in, rather than nobody. */
const openingCodes: readonly CauseCode[] = ['key-exposed']

/**
 * Why no token of an issuer can match, by what it published: its document names another issuer, or no key that Entra takes.
 * Only what a whole document says counts. A failed fetch proves nothing, for it may be over soon; keys that are gone do.
 */
export function probeCausesOf(issuer: string, probe: Fact<ProbeAnswer>): readonly Cause[] {
  const answer = valueOf(probe)
  if (answer === undefined || !namesIssuer(answer.document)) return []
  return judgeProbe(issuer, answer, { issuer }).causes.filter(
    ({ severity, certainty, code }) =>
      severity === 'block' &&
      certainty === 'certain' &&
      !openingCodes.includes(code) &&
      (code !== 'keys-unreachable' || areGone(answer)),
  )
}

function namesIssuer(document: unknown): boolean {
  return (
    typeof document === 'object' &&
    document !== null &&
    'issuer' in document &&
    typeof document.issuer === 'string' &&
    document.issuer !== ''
  )
}

function areGone({ keys }: ProbeAnswer): boolean {
  return keys?.status === 404 || keys?.status === 410
}
