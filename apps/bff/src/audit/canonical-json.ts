/**
 * One text for one value, whatever the order of its names was: sorted (those that are whole numbers come first, as JavaScript
 * keeps them), without white space, numbers and strings as JSON.stringify writes them. What is undefined is left out.
 */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_name, part: unknown) => (isPlain(part) ? sorted(part) : part))
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function sorted(value: Record<string, unknown>): unknown {
  const names = Object.keys(value).toSorted()
  return Object.fromEntries(names.map((name) => [name, value[name]]))
}
