import { isPlainHttp, unreachableCodes } from '../dead-causes.ts'
import { fixOf, type TrustRule } from '../rule.ts'

/** https://azure.github.io/azure-workload-identity/docs/troubleshooting.html */
export const issuerNotPublic: TrustRule = {
  id: 'issuer-not-public',
  about: 'trust',
  title: 'The issuer is private or not https',
  severity: 'medium',
  because:
    'Entra reads keys over https from the internet alone, so nobody gets in, and nobody can check whose keys they would be.',
  needs: 'The stored values.',
  remedy:
    'Publish discovery document and keys at a public https address and make it the issuer, or delete the trust.',
  yieldsTo: ['dead-twin'],
  judge({ trust, causes, isAksMade }) {
    if (isAksMade) return null
    const found = causes().filter(({ code }) => unreachableCodes.includes(code))
    if (isPlainHttp(trust.issuer)) {
      const secure = trust.issuer.trim().replace(/^http:/i, 'https:')
      return {
        text: 'No token matches: the issuer is http, and Entra takes keys over https alone.',
        evidence: [trust.issuer, ...found.map(({ evidence }) => evidence)].join(' · '),
        fix:
          found.length === 0
            ? fixOf(`Write ${secure} if tokens carry it, or delete the trust.`, {
                kind: 'set',
                field: 'issuer',
                value: secure,
              })
            : fixOf(
                'Publish the keys at a public https address and make it the issuer, or delete the trust.',
              ),
        news: ['http', ...found.map(({ code }) => code)],
      }
    }
    const [first] = found
    if (first === undefined) return null
    return {
      text: first.text,
      evidence: first.evidence,
      fix: fixOf(first.fix, first.action),
      news: [first.code],
    }
  },
}
