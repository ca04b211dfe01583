import type { TrustParent } from '@trustwright/shared-schemas'

/** What a trust is stored on, as a person calls it. */
export function parentNoun({ kind }: TrustParent): 'identity' | 'application' {
  return kind === 'application' ? 'application' : 'identity'
}

/** The best name before the parent itself was read. */
export function nameOfParent(parent: TrustParent, known: string | null | undefined): string {
  return known ?? (parent.kind === 'application' ? parent.appId : parent.identityName)
}
