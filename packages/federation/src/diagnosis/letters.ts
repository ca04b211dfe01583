/** How many differing letters are named before the rest is counted. */
const named = 6

/** Names the letters in which two texts of the same letters differ: `c is C (character 6)`. Empty when they are equal. */
export function letterCaseWords(stored: string, wanted: string): string {
  const all = Array.from(stored).flatMap((letter, at) => {
    const other = Array.from(wanted)[at] ?? ''
    return letter === other ? [] : [`${letter} should be ${other} (character ${at + 1})`]
  })
  const more = all.length > named ? ` and ${all.length - named} more` : ''
  return `${all.slice(0, named).join(', ')}${more}`
}

/** Whether two texts differ, and in letter case alone. */
export function differsInCaseOnly(a: string, b: string): boolean {
  return a !== b && a.toLowerCase() === b.toLowerCase()
}

/** A value short enough to be quoted in a sentence. */
export function quoted(text: string, longest = 160): string {
  return text.length > longest ? `${text.slice(0, longest)}…` : text
}

/** How many letters have to be typed, removed or changed to make one text of the other; at most `limit` + 1. */
export function distanceOf(a: string, b: string, limit = 3): number {
  if (Math.abs(a.length - b.length) > limit || a.length > 200) return limit + 1
  let row = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return Math.min(row[b.length] ?? 0, limit + 1)
}
