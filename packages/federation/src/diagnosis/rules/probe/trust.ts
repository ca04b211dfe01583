import { causeOf } from '../../cause.ts'
import type { ProbeRule } from '../../probe-view.ts'

/** The probed address against the stored one: a probe of another says nothing about this trust. */
export const probedTrust: ProbeRule = ({ issuer, trust, document }) => {
  const stored = trust.issuer
  if (stored === undefined || stored === null || stored === issuer) return []
  if (document?.issuer === stored) return []
  return [
    causeOf('issuer-differs', {
      severity: 'block',
      certainty: 'certain',
      field: 'issuer',
      text: 'No token of the probed issuer matches: the trust has another one.',
      evidence: `Stored: ${stored} — probed: ${issuer}`,
      fix: `Store ${document?.issuer ?? issuer}, or probe the stored one.`,
      action: { kind: 'set', field: 'issuer', value: document?.issuer ?? issuer },
    }),
  ]
}
