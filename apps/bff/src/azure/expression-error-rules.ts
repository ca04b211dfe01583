import { PortalError } from '../errors.ts'
import type { ErrorRule } from './error-rule.ts'

/**
 * What Azure says to patterns, through ARM and Graph alike: both hand the directory's words on. Seen in
 * https://github.com/hashicorp/terraform-provider-azuread/issues/1901.
 */
export const expressionRules: readonly ErrorRule[] = [
  {
    // The code is known of Graph alone.
    text: /rule exception|ClaimsMatchingExpression\.(?:Value|LanguageVersion) is invalid/i,
    becomes: 'EXPRESSION_REFUSED',
  },
  {
    codes: ['NoRegisteredProviderFound', 'InvalidApiVersionParameter', 'InvalidResourceType'],
    text: /api.?version/i,
    becomes: 'API_VERSION_UNKNOWN',
  },
]

const wantsSubject =
  /must specify 'issuer', 'subject' and 'audience'|property 'subject' cannot be empty|FederatedIdentityCredential\.Subject value is required|property (?:named )?'claimsMatchingExpression'/i

/**
 * A write of a pattern. A service that does not know patterns demands the subject, or does not know the property: how such
 * services answer (https://github.com/Azure/azure-cli/issues/32816); it was not seen for a tenant without patterns.
 */
export async function writingPattern<T>(write: Promise<T>): Promise<T> {
  try {
    return await write
  } catch (error) {
    if (!(error instanceof PortalError) || error.code !== 'UPSTREAM_REFUSED') throw error
    const { extras } = error
    if (!wantsSubject.test(extras.upstream?.message ?? '')) throw error
    throw new PortalError('EXPRESSION_NOT_SUPPORTED', { ...extras, cause: error })
  }
}
