/**
 * Whether a text has the form of a pattern: `*` is any run of characters, also none, also across `/` and `:`; `?` is
 * exactly one. Capitals count (u). Takes time in proportion to the product of both lengths at most.
 * https://learn.microsoft.com/entra/workload-id/workload-identities-flexible-federated-identity-credentials
 */
export function matchesPattern(pattern: string, text: string): boolean {
  const wanted = Array.from(pattern)
  const given = Array.from(text)
  let at = 0
  let next = 0
  let star = -1
  let resume = 0
  while (next < given.length) {
    if (wanted[at] === '*') {
      star = at
      resume = next
      at += 1
    } else if (wanted[at] === '?' || wanted[at] === given[next]) {
      at += 1
      next += 1
    } else if (star >= 0) {
      at = star + 1
      resume += 1
      next = resume
    } else {
      return false
    }
  }
  return wanted.slice(at).every((character) => character === '*')
}
