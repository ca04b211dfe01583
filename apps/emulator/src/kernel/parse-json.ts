const deepest = 100

/**
 * `JSON.parse` for what a request brings. Throws SyntaxError also for objects and lists more than a hundred inside each
 * other: whoever walks down a value, `JSON.stringify` among them, would run out of stack.
 */
export function parseJson(text: string): unknown {
  const value: unknown = JSON.parse(text)
  if (depthOf(text) > deepest) throw new SyntaxError(`The JSON is nested more than ${deepest} levels deep.`)
  return value
}

/** Of text that is JSON. */
function depthOf(text: string): number {
  let depth = 0
  let most = 0
  for (const [mark] of text.matchAll(/"[^"\\]*(?:\\.[^"\\]*)*"|[[{]|[\]}]/g)) {
    if (mark === '[' || mark === '{') depth += 1
    else if (mark === ']' || mark === '}') depth -= 1
    if (depth > most) most = depth
  }
  return most
}
