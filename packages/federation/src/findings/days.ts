const dayLength = 86_400_000

/** Days from an ISO 8601 time to a moment in milliseconds, below zero for a time to come; null where it is no time. */
export function daysBetween(from: string, to: number): number | null {
  const start = Date.parse(from)
  return Number.isNaN(start) ? null : (to - start) / dayLength
}
