import type { PastedTrust } from '@trustwright/federation'
import type { Trust, TrustParent } from '@trustwright/shared-schemas'
import { noTenant, tenantTrust, type Scope } from './scope.ts'

const nowhere: TrustParent = {
  kind: 'managedIdentity',
  subscriptionId: '',
  resourceGroup: '',
  identityName: '',
}
const most = 400

/** Trusts of a paste as what a case is compared with. What the paste leaves open counts as empty. */
export function scopeOfPasted(drafts: readonly PastedTrust[]): Scope {
  if (drafts.length === 0) return noTenant
  return {
    ...noTenant,
    trusts: drafts
      .slice(0, most)
      .map((draft, at) => tenantTrust(storedOf(draft, at), 'the identity of your paste')),
    isPasted: true,
  }
}

function storedOf(
  { name, issuer, subject, claimsMatchingExpression, audiences }: PastedTrust,
  at: number,
): Trust {
  return {
    parent: nowhere,
    resourceId: `pasted-${at}`,
    name: name ?? `trust ${at + 1}`,
    issuer: issuer ?? '',
    subject,
    expression: claimsMatchingExpression,
    audiences: [...audiences],
    oddities: [],
    fingerprint: '',
    createdAt: null,
    firstSeenAt: null,
    seen: null,
  }
}
