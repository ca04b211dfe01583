import type { ReviewState } from '@trustwright/federation'
import type { KnownTrust } from '../../../domain/inventory-pages.ts'

/** What a decision rests on, for a comparison with another time. */
export function stateOf({ parent, stored }: Pick<KnownTrust, 'parent' | 'stored'>): ReviewState {
  const { audiences, expression, issuer, name, subject } = stored.credential
  const trust = { name, issuer, subject, expression: expression ?? null, audiences }
  if (parent === undefined) return { trust, parent: null }
  const { appRoles, directoryRoles, owners, roles } = parent
  return { trust, parent: { appRoles, directoryRoles, owners, roles } }
}
