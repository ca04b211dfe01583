/** `repo, context=environment:prod` as values by claim; `repo` has none. */
export function readClaims(text: string): Readonly<Record<string, string>> {
  const parts = text.split(',').flatMap((part) => {
    const at = part.indexOf('=')
    return at < 1 ? [] : [[part.slice(0, at).trim(), part.slice(at + 1).trim()] as const]
  })
  return Object.fromEntries(parts)
}

/** The claims of a template in GitHub's order, each but `repo` with its value, which may still be empty. */
export function claimsText(keys: readonly string[], values: Readonly<Record<string, string>>): string {
  return keys.map((key) => (key === 'repo' ? key : `${key}=${values[key] ?? ''}`)).join(', ')
}
