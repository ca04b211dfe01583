import { fixOf, type TrustRule } from '../rule.ts'

export const issuerNotAllowed: TrustRule = {
  id: 'issuer-not-allowed',
  about: 'trust',
  title: 'The tenant does not allow this issuer',
  severity: 'high',
  because: 'Somebody decided whose tokens are trusted here, and these are not among them.',
  needs: 'The setting of allowed issuers.',
  remedy: 'Delete the trust, or let an admin add the issuer to the allowed ones.',
  judge({ trust, world }) {
    if (world.settings.allowedIssuers === undefined) return { gap: 'not-set-up' }
    if (world.isAllowedIssuer(trust.issuer)) return null
    return {
      text: 'Tokens of an issuer that this tenant does not allow get in.',
      evidence: trust.issuer,
      fix: fixOf('Delete the trust, or ask an admin to allow the issuer.', { kind: 'delete' }),
      news: [],
    }
  },
}
