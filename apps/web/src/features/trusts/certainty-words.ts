import type { Certainty, Preset } from '@trustwright/federation'
import type { TrustParent } from '@trustwright/shared-schemas'

/** What a person should know before relying on a platform's facts; null where its documents say all of it. */
export const certaintyWords: Readonly<Record<Certainty, { short: string; meaning: string } | null>> = {
  documented: null,
  partly: {
    short: 'Partly confirmed',
    meaning:
      'The platform’s documents do not say all of this. Compare the values with a token of the workload before you rely on them.',
  },
  read: {
    short: 'Copied from the platform',
    meaning:
      'Not all of these values can be computed. Copy them from the platform or from a token, character by character.',
  },
}

/** One line under a platform's name. */
export function summaryOf({ summary, certainty }: Preset): string {
  const words = certaintyWords[certainty]
  return words === null ? summary : `${summary}. ${words.short}`
}

/** Why a platform cannot be chosen for this kind of parent; null when it can. */
export function notOfferedReason({ parentKinds }: Preset, kind: TrustParent['kind']): string | null {
  if (parentKinds.includes(kind)) return null
  return kind === 'managedIdentity'
    ? 'Azure takes this on applications only. Choose an application above.'
    : 'Azure takes this on managed identities only. Choose a managed identity above.'
}
