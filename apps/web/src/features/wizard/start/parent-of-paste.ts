import type { PastedParent } from '@trustwright/federation'
import { TrustParent, type DraftParent, type Identity } from '@trustwright/shared-schemas'

/** Null where the paste names it only in part. */
export function parentOfPaste(pasted: PastedParent | null): DraftParent | null {
  if (pasted === null || pasted.kind === 'either') return null
  if (pasted.kind === 'application') return existing({ kind: 'application', appId: pasted.appId })
  const { subscriptionId, resourceGroup, identityName } = pasted
  return existing({ kind: 'managedIdentity', subscriptionId, resourceGroup, identityName })
}

/** A client ID alone, found among the identities that the person may read. */
export function parentOfClientId(
  pasted: PastedParent | null,
  identities: readonly Identity[],
): DraftParent | null {
  const named = parentOfPaste(pasted)
  if (named !== null || pasted === null) return named
  const clientId = 'clientId' in pasted ? pasted.clientId : undefined
  const name = pasted.kind === 'managedIdentity' ? pasted.identityName : undefined
  const same = (one: string, other: string | undefined) => one.toLowerCase() === other?.toLowerCase()
  const found = identities.filter(
    (identity) => same(identity.clientId, clientId) || same(identity.identityName, name),
  )
  const [only] = found
  if (only === undefined || found.length > 1) return null
  const { subscriptionId, resourceGroup, identityName } = only
  return existing({ kind: 'managedIdentity', subscriptionId, resourceGroup, identityName })
}

function existing(parts: unknown): DraftParent | null {
  const parent = TrustParent.safeParse(parts)
  return parent.success ? { kind: 'existing', parent: parent.data } : null
}
