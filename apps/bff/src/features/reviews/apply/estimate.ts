/** Writes a second that Azure takes on all identities of a tenant together, far above what one identity takes. */
const writesPerSecond = 2

/** Seconds that removals take, from how many there are on each identity: the busiest one decides, or all together. */
export function secondsOf(perParent: readonly number[], secondsPerWrite: number): number {
  const busiest = Math.max(0, ...perParent)
  const all = perParent.reduce((sum, each) => sum + each, 0)
  return Math.ceil(Math.max(busiest * secondsPerWrite, all / writesPerSecond))
}
