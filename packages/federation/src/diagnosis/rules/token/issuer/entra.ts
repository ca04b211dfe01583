import { pairCause, type PairRule } from '../../../claims/pair-cause.ts'
import type { CauseCode } from '../../../codes.ts'

const entra =
  /^https:\/\/(login\.microsoftonline\.(?:com|us)|login\.partner\.microsoftonline\.cn|login\.windows\.net|sts\.windows\.net|sts\.chinacloudapi\.cn)\/([^/?#]{1,100})(\/v2\.0)?\/?$/i

/** Two issuers of Entra: version, tenant or cloud differ. https://learn.microsoft.com/entra/identity-platform/access-tokens */
export const entraIssuer: PairRule = (pair) => {
  const { issuer } = pair
  const stored = entra.exec(issuer?.stored ?? '')
  const token = entra.exec(issuer?.presented ?? '')
  if (issuer === null || stored === null || token === null) return []
  const [, storedHost = '', storedTenant = '', storedVersion] = stored
  const [, tokenHost = '', tokenTenant = '', tokenVersion] = token
  const [code, text, fix]: readonly [CauseCode, string, string] =
    /^(?:common|organizations|consumers)$/i.test(storedTenant)
      ? [
          'issuer-common',
          `No token matches: the stored issuer has “${storedTenant}” where tokens carry the tenant GUID.`,
          `Store ${issuer.presented} as the issuer.`,
        ]
      : storedTenant.toLowerCase() !== tokenTenant.toLowerCase()
        ? [
            'issuer-other-tenant',
            `No token matches: it comes from the tenant ${tokenTenant}, and the trust names ${storedTenant}.`,
            'Use an identity of the same tenant on both sides, and store that tenant’s issuer.',
          ]
        : (storedVersion === undefined) === (tokenVersion === undefined)
          ? [
              'issuer-other-platform',
              `No token matches: the token comes from ${tokenHost}, and the trust names ${storedHost}.`,
              'Store the issuer as “iss” of the token spells it.',
            ]
          : tokenVersion === undefined
            ? [
                'issuer-entra-version',
                'No token matches: this is a v1.0 token of Entra, and the trust has the v2.0 issuer that token exchange needs.',
                'Ask for the token with the audience api://AzureADTokenExchange, which gives a v2.0 one.',
              ]
            : [
                'issuer-entra-version',
                'No token matches: the stored Entra issuer is that of v1.0 tokens or lacks /v2.0, and the token carries the v2.0 one.',
                `Store ${issuer.presented} as the issuer.`,
              ]
  const isSettable =
    code === 'issuer-common' || (code === 'issuer-entra-version' && tokenVersion !== undefined)
  return [pairCause(pair, 'issuer', code, { text, fix, ...(isSettable ? { action: 'set' } : {}) })]
}
