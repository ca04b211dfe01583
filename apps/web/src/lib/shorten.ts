/** At most `longest` characters, with the middle left out: both ends of an identifier tell it apart. */
export function shorten(text: string, longest: number): string {
  if (text.length <= longest) return text
  const kept = longest - 1
  const head = Math.ceil(kept * 0.6)
  return `${text.slice(0, head)}…${text.slice(text.length - (kept - head))}`
}
