/**
 * `*` stands for any run of characters, also for none and across `/` and `:`; `one`, where it is given, for
 * exactly one. Time grows with the product of both lengths at most, whatever a request brings.
 */
export function matchesWildcard(text: string, pattern: string, one?: string): boolean {
  const given = Array.from(text)
  const wanted = Array.from(pattern)
  let at = 0
  let next = 0
  let star: { wanted: number; given: number } | undefined
  while (at < given.length) {
    const here = wanted[next]
    if (here === '*') {
      star = { wanted: next, given: at }
      next += 1
    } else if (here !== undefined && (here === one || here === given[at])) {
      at += 1
      next += 1
    } else if (star) {
      star = { wanted: star.wanted, given: star.given + 1 }
      at = star.given
      next = star.wanted + 1
    } else return false
  }
  return wanted.slice(next).every((rest) => rest === '*')
}
