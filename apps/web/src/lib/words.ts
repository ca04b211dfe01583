const number = new Intl.NumberFormat('en')

/** `1,284`. */
export function count(value: number): string {
  return number.format(value)
}

/** `1 trust`, `1,284 trusts`. */
export function counted(value: number, one: string, many = `${one}s`): string {
  return `${number.format(value)} ${value === 1 ? one : many}`
}

/** A sentence as it stands inside another. */
export function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}

/** First letters of the first and last word of a name, whatever its script: `DE`, `佐は`. */
export function initials(name: string): string {
  const words = name.split(/\s+/).filter(Boolean)
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words
  return ends
    .map((word) => Array.from(word ?? '')[0] ?? '')
    .join('')
    .toLocaleUpperCase('en')
}
