import { fixOf, type TrustRule } from '../rule.ts'

/** https://learn.microsoft.com/entra/workload-id/workload-identity-federation-considerations */
export const issuerUnknown: TrustRule = {
  id: 'issuer-unknown',
  about: 'trust',
  title: 'Nobody knows this issuer',
  severity: 'medium',
  because: 'Whoever holds its keys signs in as every subject of it, and no known platform stands behind it.',
  needs: 'The stored values, and the settings of allowed and known issuers.',
  remedy: 'Find out who runs it and add it to the known issuers, or delete the trust.',
  yieldsTo: ['issuer-not-allowed', 'issuer-not-public', 'dangling-issuer', 'cannot-match', 'dead-twin'],
  judge({ trust, host, platform, world, recognised }) {
    if (platform !== null || world.isKnownIssuer(trust.issuer)) return null
    if (world.settings.allowedIssuers !== undefined && world.isAllowedIssuer(trust.issuer)) return null
    if (!isOfNobody(recognised()?.presetId)) return null
    return {
      text: `Whoever holds the keys of ${host || 'this issuer'} gets in, and no known platform stands behind it.`,
      evidence: trust.issuer,
      fix: fixOf('Find out who runs it, then add it to the known issuers, or delete the trust.', {
        kind: 'delete',
      }),
      news: [],
    }
  },
}

/** Presets that take any host: what they read says nothing of who runs it. */
function isOfNobody(presetId: string | undefined): boolean {
  return presetId === undefined || presetId === 'other-issuer' || presetId === 'kubernetes'
}
