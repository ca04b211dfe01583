import type { CauseCode } from './codes.ts'
import type { WriteContext } from './write-view.ts'

/** Seconds after which every part of Azure likely knows an identity. */
export const youngSeconds = 240

/** Seconds since the parent was made; null where either time is unknown. */
export function ageOf({ parentCreatedAt, now }: WriteContext): number | null {
  const age = (Date.parse(now ?? '') - Date.parse(parentCreatedAt ?? '')) / 1000
  return Number.isNaN(age) ? null : age
}

/** Answers that a parent which was just created gives too. */
export function isNotFound(code: CauseCode): boolean {
  return code === 'parent-not-visible' || code === 'parent-missing' || code === 'principal-not-visible'
}
