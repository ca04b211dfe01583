import type { AnyNewTrust, PreflightRequest, TrustParent } from '@trustwright/shared-schemas'

/**
 * Asks about the first of several trusts: rights, locks, policies and other writers are the same for all of them. Null while
 * the parent is not there yet, or nothing is to be stored.
 */
export function preflightOf(
  parent: TrustParent | null,
  trusts: readonly AnyNewTrust[],
): PreflightRequest | null {
  const [first] = trusts
  if (parent === null || first === undefined) return null
  const { name, issuer, subject = null, expression = null, audiences } = first
  return { operation: 'create', parent, draft: { name, issuer, subject, expression, audiences } }
}

/** The forms and the dry run have words and ways of their own for these. */
export const saidByPage: readonly string[] = [
  'name-taken',
  'claims-taken',
  'limit-reached',
  'region-unsupported',
  'write-permission',
]
