import type { PresetId } from '../model/preset.ts'
import type { PresetDefinition } from './define-preset.ts'
import { githubActions } from './github-actions.ts'
import { kubernetes } from './kubernetes.ts'
import { otherIssuer } from './other-issuer.ts'

/** In the order of the chooser, which is also the order of recognition: the one that takes anything comes last. */
export const presetDefinitions: readonly PresetDefinition[] = [githubActions, kubernetes, otherIssuer]

/** Throws a RangeError for an id that is in no list. */
export function presetOf(id: PresetId): PresetDefinition {
  const found = presetDefinitions.find((preset) => preset.id === id)
  if (found === undefined) throw new RangeError(`There is no preset ${JSON.stringify(id)}.`)
  return found
}
