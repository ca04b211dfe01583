/** One part of a subject that a platform composes from a list of its claims; null where none was typed. */
export interface ClaimPart {
  readonly key: string
  readonly value: string | null
}

/**
 * Reads `repo, environment=production`: the claims in their order, each with its value, as one field holds them. A comma
 * inside a value stays in it unless a further claim follows.
 */
export function readClaimList(text: string): readonly ClaimPart[] {
  return text.split(/,\s*(?=[a-z][a-z0-9_-]*(?:=|,|$))/).map((part) => {
    const at = part.indexOf('=')
    return at < 0 ? { key: part, value: null } : { key: part.slice(0, at), value: part.slice(at + 1) }
  })
}

/** The text that `readClaimList` reads, as long as no value looks like a further claim. */
export function writeClaimList(parts: readonly ClaimPart[]): string {
  return parts.map(({ key, value }) => (value === null ? key : `${key}=${value}`)).join(', ')
}
