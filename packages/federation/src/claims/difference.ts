export interface Difference {
  readonly stored: string
  readonly presented: string
  /** What the two differ in alone: letter case, a slash at the end, white space; else `other`. */
  readonly kind: 'case' | 'slash' | 'white-space' | 'other'
  /** Index of the first UTF-16 code unit that differs. */
  readonly firstDifferenceAt: number
}

/** Null when the texts are equal, unless `always` says that even equal texts do not match. */
export function differenceOf(stored: string, presented: string, always = false): Difference | null {
  if (stored === presented && !always) return null
  return {
    stored,
    presented,
    kind: kindOf(stored, presented),
    firstDifferenceAt: sharedLength(stored, presented),
  }
}

/** How many code units two texts share from their start. */
export function sharedLength(a: string, b: string): number {
  let at = 0
  while (at < a.length && at < b.length && a[at] === b[at]) at += 1
  return at
}

function kindOf(a: string, b: string): Difference['kind'] {
  if (a === '' || b === '') return 'other'
  if (a.toLowerCase() === b.toLowerCase()) return 'case'
  if (withoutEndSlashes(a) === withoutEndSlashes(b)) return 'slash'
  if (!/\s/.test(a) && !/\s/.test(b)) return 'other'
  if (a.replace(/\s/g, '') === b.replace(/\s/g, '')) return 'white-space'
  return 'other'
}

function withoutEndSlashes(text: string): string {
  let end = text.length
  while (text[end - 1] === '/') end -= 1
  return text.slice(0, end)
}
