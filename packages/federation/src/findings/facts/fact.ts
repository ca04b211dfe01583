import { factGaps, type FactGap } from '@trustwright/shared-schemas'

export { factGaps, type FactGap }

/** What is known, or why it is not. A missing fact proves nothing, neither good nor bad. */
export type Fact<T> =
  { readonly known: true; readonly value: T } | { readonly known: false; readonly because: FactGap }

export function known<T>(value: T): Fact<T> {
  return { known: true, value }
}

export function unknown(because: FactGap): Fact<never> {
  return { known: false, because }
}

/** The value, or undefined where it is not known. */
export function valueOf<T>(fact: Fact<T>): T | undefined {
  return fact.known ? fact.value : undefined
}

/** The gap of the first of these facts that is not known, or null. */
export function gapOf(...facts: readonly Fact<unknown>[]): FactGap | null {
  const missing = facts.find((fact) => !fact.known)
  return missing === undefined || missing.known ? null : missing.because
}
