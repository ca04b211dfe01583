import type { Certainty, Preset } from '@trustwright/federation'
import type { TrustParent } from '@trustwright/shared-schemas'
import { lowerFirst } from '../../lib/words.ts'

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

/** Whose tokens a platform has, and on which kind of parent Azure takes them where it is not both. */
export function summaryOf(preset: Preset): string {
  const only = onlyOn(preset)
  return only === null ? preset.summary : `${preset.summary}. ${only}`
}

/** One line under a platform's name, with how sure its facts are. */
export function summaryWithCertainty(preset: Preset): string {
  const words = certaintyWords[preset.certainty]
  return words === null ? summaryOf(preset) : `${summaryOf(preset)}. ${words.short}`
}

/** Why a platform cannot be chosen for the chosen parent; null when it can, or while no parent is chosen. */
export function notOfferedReason(preset: Preset, parent: TrustParent['kind'] | null): string | null {
  if (parent === null || preset.parentKinds.includes(parent)) return null
  const other = parent === 'managedIdentity' ? 'an application' : 'a managed identity'
  return `Azure takes this ${lowerFirst(onlyOn(preset) ?? '')}. Choose ${other} above.`
}

function onlyOn({ parentKinds }: Preset): string | null {
  const [kind] = parentKinds
  if (parentKinds.length !== 1) return null
  return kind === 'application' ? 'On applications only' : 'On managed identities only'
}
