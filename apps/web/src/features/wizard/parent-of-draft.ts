import type { DraftParent, SetUpParent, TrustParent } from '@trustwright/shared-schemas'

/** As a run asks for it. */
export function setUpParentOf(parent: DraftParent): SetUpParent {
  return parent.kind === 'existing' ? parent.parent : parent
}

/** Which rules hold for the trusts. */
export function kindOfParent(parent: DraftParent | null): TrustParent['kind'] {
  if (parent?.kind === 'newApplication') return 'application'
  return parent?.kind === 'existing' ? parent.parent.kind : 'managedIdentity'
}

/** The best name before the parent itself was read. */
export function nameOfDraftParent(parent: DraftParent | null, known?: string | null): string {
  if (parent === null) return 'the identity'
  if (parent.kind === 'newApplication') return parent.displayName
  if (parent.kind === 'newManagedIdentity') return parent.identityName
  return known ?? (parent.parent.kind === 'application' ? parent.parent.appId : parent.parent.identityName)
}
