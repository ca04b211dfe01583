import type { ProbeAnswer } from '../../diagnosis/probe-view.ts'
import { fixOf, type TrustRule } from '../rule.ts'
import { isSharedIssuer } from '../shared-issuers.ts'

/** https://www.rfc-editor.org/rfc/rfc7517#section-9.2 */
export const keyExposed: TrustRule = {
  id: 'key-exposed',
  about: 'trust',
  title: 'The issuer’s private key is public',
  severity: 'critical',
  because: 'Everybody on the internet can sign a token of this issuer with any subject, and gets in.',
  needs:
    'A probe of the issuer that read its keys; the issuer that all customers of a platform share needs none.',
  remedy: 'Replace the key at once and publish its public part alone; until then delete the trust.',
  judge({ trust, platform, probe, host }) {
    if (!probe.known) return isSharedIssuer(trust.issuer, platform) ? null : { gap: probe.because }
    const { keyFacts } = probe.value
    if (keyFacts === undefined) return isGone(probe.value) ? null : { gap: 'failed' }
    const names = keyFacts.filter((key) => key.private).map(({ kid }) => kid ?? 'a key without an ID')
    if (names.length === 0) return null
    return {
      text: `Anybody can sign tokens that get in: ${host} publishes the private part of a key.`,
      evidence: `Keys of ${trust.issuer}: ${names.slice(0, 5).join(', ')}`,
      fix: fixOf(
        'Replace the key at once and publish its public part alone. Until then delete the trust: it can be restored for 30 days.',
        { kind: 'delete' },
      ),
      news: names,
    }
  },
}

/** It publishes nothing, which is a finding of its own. */
function isGone({ document, error, status }: ProbeAnswer): boolean {
  if (document !== undefined) return false
  return status === 404 || status === 410 || /^(?:dns|enotfound)\b/i.test(error ?? '')
}
