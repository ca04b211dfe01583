/**
 * Whether a text holds a token of three parts (RFC 7515 and 7516), or half of one. White space has to be taken out before.
 * Reads each character a few times at most, however long the text: expressions for this do not.
 */
export function holdsToken(text: string): boolean {
  return runsIn(text).some((parts) => beginsInOne(parts) || isThreeOpaque(parts))
}

/** The same for texts in which long names with dots are usual: a beginning of a token alone counts. */
export function beginsToken(text: string): boolean {
  return runsIn(text).some(beginsInOne)
}

const opaque = 20
const shortestPart = 8

function runsIn(text: string): string[][] {
  return (text.match(/[\w.-]{20,}/g) ?? []).map((run) => run.split('.'))
}

function beginsInOne(parts: readonly string[]): boolean {
  return parts.some((part, index) => {
    const [next = '', third = ''] = [parts[index + 1], parts[index + 2]]
    if (restBehind(part, 'eyJ') >= opaque) return true
    // base64url of a JSON object begins so. https://www.rfc-editor.org/rfc/rfc7519#section-3
    const begins = restBehind(part, 'ey') >= shortestPart || restBehind(part, 'ew') >= shortestPart
    const goesOn = next.length >= shortestPart && third !== ''
    return begins && (goesOn || /^e[yw].{8}/.test(next))
  })
}

function isThreeOpaque(parts: readonly string[]): boolean {
  return parts.some((_, index) => {
    const three = parts.slice(index, index + 3)
    return three.length === 3 && three.every((part) => part.length >= opaque)
  })
}

/** Characters behind the first place where a text has `start`; -1 where it has not. */
function restBehind(text: string, start: string): number {
  const at = text.indexOf(start)
  return at === -1 ? -1 : text.length - at - start.length
}
