import type { Cause, CauseFamily } from './cause.ts'

/** Azure refuses these itself, in words. */
const saidByAzure: readonly CauseFamily[] = ['write_failure', 'tenant_policy']

/**
 * The causes of `checkTrust` for which a trust is certain never to work although Azure stores it without a word: a person
 * has to insist before it is stored.
 */
export function silentFaults(causes: readonly Cause[]): readonly Cause[] {
  return causes.filter(
    ({ severity, certainty, family }) =>
      severity === 'block' && certainty === 'certain' && !saidByAzure.includes(family),
  )
}
