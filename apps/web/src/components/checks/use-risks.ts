import { silentFaults, type Cause } from '@trustwright/federation'
import { useState } from 'react'

export interface Risks {
  /** Why the trust is certain never to work. */
  readonly faults: readonly Cause[]
  readonly accepted: boolean
  readonly accept: (accepted: boolean) => void
  /** For the request; empty where there is no risk, or it was not accepted. */
  readonly codes: readonly string[]
  /** Why the trust cannot be stored yet; null where it can. */
  readonly blockedReason: string | null
}

/** Faults that Azure stores without a word. Accepting holds for exactly these faults: another one asks again. */
export function useRisks(causes: readonly Cause[]): Risks {
  const faults = silentFaults(causes)
  const all = [...new Set(faults.map(({ code }) => code))].toSorted()
  const text = faults.map(({ code, evidence }) => `${code} ${evidence}`).join('\n')
  const [acceptedText, setAcceptedText] = useState<string | null>(null)
  const accepted = faults.length > 0 && acceptedText === text
  return {
    faults,
    accepted,
    accept: (isAccepted) => setAcceptedText(isAccepted ? text : null),
    codes: accepted ? all : [],
    blockedReason:
      faults.length > 0 && !accepted
        ? 'No token would match. Change what is named, or tick that it shall be stored all the same.'
        : null,
  }
}
