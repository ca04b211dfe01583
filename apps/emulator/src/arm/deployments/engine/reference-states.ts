import { ReferenceNeeded } from '../language/expression-error.ts'
import type { JsonObject } from '../language/json.ts'

/** States of resources that `reference()` has asked for, by id in lower case. */
export interface ReferenceStates {
  /** Throws ReferenceNeeded for a state that is not known. */
  find: (id: string, apiVersion: string) => JsonObject
  learn: (id: string, state: JsonObject | 'absent') => void
}

export function createReferenceStates(): ReferenceStates {
  const known = new Map<string, JsonObject | 'absent'>()
  return {
    find: (id, apiVersion) => {
      const state = known.get(id.toLowerCase())
      if (state === undefined || state === 'absent') {
        throw new ReferenceNeeded(id, apiVersion, state === 'absent')
      }
      return state
    },
    learn: (id, state) => {
      known.set(id.toLowerCase(), state)
    },
  }
}

/** Every state counts as absent: for checks before anything is read. */
export const noStates: ReferenceStates = {
  find: (id, apiVersion) => {
    throw new ReferenceNeeded(id, apiVersion, true)
  },
  learn: () => undefined,
}
