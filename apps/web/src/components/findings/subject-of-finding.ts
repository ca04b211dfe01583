import type { StoredFinding, TrustParent } from '@trustwright/shared-schemas'
import { paths, type TrustKey } from '../../paths.ts'
import { parentOf, readTarget } from '../activity-words.ts'

/** The identity or application of a key of the inventory; null for a key that names none. */
export function parentOfKey(parentKey: string): TrustParent | null {
  return parentOf(readTarget(parentKey))
}

/** The trust that a finding is about; null where it is about the parent, or the key names none. */
export function trustOfFinding({
  parentKey,
  trustName,
}: Pick<StoredFinding, 'parentKey' | 'trustName'>): TrustKey | null {
  const parent = parentOfKey(parentKey)
  return parent === null || trustName === null ? null : { parent, trustName }
}

/** The page of what a finding is about; null where nothing names one. */
export function pageOfFinding(
  finding: Pick<StoredFinding, 'parentKey' | 'trustName'>,
  search: Readonly<Record<string, string | undefined>> = {},
): string | null {
  const trust = trustOfFinding(finding)
  if (trust !== null) return paths.trust(trust, search)
  const parent = parentOfKey(finding.parentKey)
  return parent === null ? null : paths.parent(parent)
}
