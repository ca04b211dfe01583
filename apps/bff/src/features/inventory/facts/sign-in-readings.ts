import type { Clock } from '../../../ports.ts'

/** When each last signed in, by client ID in lower case. */
export type LastSignIns = ReadonlyMap<string, string | null>

/** The newest whole reading of the tenant's report of last sign-ins, for a run that may read it too. */
export interface SignInReadings {
  /** Null where there is none, or an older one. */
  newest(): LastSignIns | null
  keep(reading: LastSignIns): void
}

/** Graph itself writes its report some hours late. */
const keptMs = 15 * 60_000

export function createSignInReadings(clock: Clock): SignInReadings {
  let kept: { readonly at: number; readonly reading: LastSignIns } | null = null
  return {
    newest: () => {
      // A clock that was set back makes no reading young.
      if (kept !== null && Math.abs(clock.now() - kept.at) >= keptMs) kept = null
      return kept?.reading ?? null
    },
    keep: (reading) => {
      kept = { at: clock.now(), reading }
    },
  }
}
