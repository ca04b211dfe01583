/** At most `longest` characters, with the middle left out: both ends of an identifier tell it apart. */
export function shorten(text: string, longest: number): string {
  if (text.length <= longest) return text
  const kept = longest - 1
  const head = Math.ceil(kept * 0.6)
  return `${text.slice(0, wholeUntil(text, head))}…${text.slice(wholeFrom(text, text.length - (kept - head)))}`
}

/**
 * Where a text parts into a start that may be cut short and an end of about `keep` characters that shows whole. Between
 * `words` where there is a blank near: torn apart, Arabic letters lose the form that joins them.
 */
export function placeOfCut(text: string, keep: number, between: 'words' | 'letters'): number {
  const cut = wholeUntil(text, text.length - keep)
  const blank = between === 'letters' ? -1 : text.lastIndexOf(' ', cut)
  return blank > Math.max(0, cut - keep) ? blank : cut
}

/** The place, or the one before it where the place lies within a character of two units, such as an emoji. */
function wholeUntil(text: string, at: number): number {
  return isWithin(text, at) ? at - 1 : at
}

function wholeFrom(text: string, at: number): number {
  return isWithin(text, at) ? at + 1 : at
}

function isWithin(text: string, at: number): boolean {
  return (text.codePointAt(at - 1) ?? 0) > 0xffff
}
