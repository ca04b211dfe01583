import { platformOfIssuer } from '../../../platform-of.ts'
import { type Cause, causeOf } from '../../../cause.ts'
import type { Presented } from '../../../claims/presented.ts'
import type { TokenContext } from '../../../claims/token-context.ts'
import { textAt } from '../../../../paste/values.ts'

const personal = ['scp', 'upn', 'unique_name', 'preferred_username', 'given_name', 'amr']

/**
 * Entra takes a token of its own only from a managed identity, or from Microsoft's own callers (`/eid1/`).
 * https://learn.microsoft.com/entra/workload-id/workload-identity-federation-config-app-trust-managed-identity
 */
export function entraTokenCauses(
  { issuer = '', subject = '', claims, source }: Presented,
  { tenantId }: TokenContext,
): readonly Cause[] {
  if (source === 'log' || platformOfIssuer(issuer) !== 'entra' || subject.startsWith('/eid1/')) return []
  const type = textAt(claims, 'idtyp')
  const signs = personal.filter((claim) => claim in claims)
  if (type === 'user' || (signs.length > 0 && type !== 'app')) {
    return [
      causeOf('entra-token-of-person', {
        severity: 'block',
        certainty: 'certain',
        text: 'Azure does not take the token: Entra issued it for a person (a delegated user token), and only app-only tokens are taken. The trust is not at fault.',
        evidence: `Claims: ${[type === undefined ? '' : `idtyp ${type}`, ...signs].filter((sign) => sign !== '').join(', ')}`,
        fix: 'Present an app-only token: that of a managed identity, asked for with the audience api://AzureADTokenExchange.',
      }),
    ]
  }
  if (issuer.startsWith('https://sts.') || textAt(claims, 'ver') === '1.0') return [firstVersion(issuer)]
  const tenant = textAt(claims, 'tid')
  const isElsewhere = tenant !== undefined && tenantId !== undefined && tenant !== tenantId
  const isApp = type === 'app' && !('xms_mirid' in claims) && !('xms_az_rid' in claims)
  if (!isElsewhere && !isApp) return []
  return [
    causeOf('entra-token', {
      severity: isElsewhere ? 'block' : 'warn',
      certainty: isElsewhere ? 'certain' : 'possible',
      text: isElsewhere
        ? 'Azure does not take the token: it is Entra-issued in another tenant. A managed identity may only sign in as an application of its own tenant.'
        : 'Azure may refuse the token: it is Entra-issued, and nothing in it says that it is of a managed identity.',
      evidence: isElsewhere
        ? `tid ${tenant}, tenant of the identity ${tenantId}`
        : 'idtyp app, without xms_mirid',
      fix: 'Present the token of a managed identity of the same tenant.',
    }),
  ]
}

/** Token exchange takes v2.0 tokens of Entra alone (AADSTS700222, AADSTS700227). */
function firstVersion(issuer: string): Cause {
  return causeOf('entra-token', {
    severity: 'block',
    certainty: 'likely',
    text: 'Azure does not take the token: it is Entra-issued in version 1.0, and only v2.0 tokens of a managed identity can be exchanged.',
    evidence: `iss ${issuer}`,
    fix: 'Ask the managed identity for a token with the audience api://AzureADTokenExchange, which gives a v2.0 one, and trust its issuer.',
  })
}
