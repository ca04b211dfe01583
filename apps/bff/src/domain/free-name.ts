import { limits } from '@trustwright/shared-schemas'

/** A name for the successor of a trust that no other has: `github-main-id`, then `github-main-id2`. Azure compares names without case. */
export function freeName(name: string, taken: readonly string[]): string {
  const used = new Set(taken.map((one) => one.toLowerCase()))
  for (let count = 1; ; count += 1) {
    const end = count === 1 ? '-id' : `-id${count}`
    const found = `${name.slice(0, limits.nameMaxLength - end.length)}${end}`
    if (!used.has(found.toLowerCase())) return found
  }
}
