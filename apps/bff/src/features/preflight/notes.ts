import type { Preflight, PreflightFact } from '@trustwright/shared-schemas'
import { asRefused } from '../../domain/as-refused.ts'

/** What was looked at, and what could not be. */
export interface Notes extends Pick<Preflight, 'checked' | 'unknown'> {
  /** The fact, or undefined where it may not be read: that is noted, and nothing is concluded from it. */
  learn<T>(what: PreflightFact, read: () => Promise<T>): Promise<T | undefined>
  /** Only a part of the fact is known. */
  notAll(what: PreflightFact, why: string): void
}

/** Errors of the person's session are thrown by `learn`. */
export function createNotes(): Notes {
  const checked: PreflightFact[] = []
  const unknown: Preflight['unknown'] = []
  return {
    checked,
    unknown,
    async learn(what, read) {
      try {
        const fact = await read()
        checked.push(what)
        return fact
      } catch (error) {
        const refusal = asRefused(error)
        // Without the parent there is nothing to judge.
        if (what === 'trusts' && refusal.code === 'NOT_FOUND') throw refusal
        unknown.push({ what, why: refusal.detail })
        return undefined
      }
    },
    notAll: (what, why) => void unknown.push({ what, why }),
  }
}
