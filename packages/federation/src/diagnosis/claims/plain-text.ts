/** How much of a long log is read: its start, and its end, where errors stand. */
const [startLength, endLength] = [60_000, 120_000]

/** Colours and movements of a terminal: ESC, a bracket, numbers, a letter. */
const terminalMark = new RegExp(String.raw`${String.fromCharCode(0x1b)}\[[0-9;?]{0,20}[A-Za-z]`, 'g')

const htmlTag =
  /<\/?(?:a|b|blockquote|body|br|code|div|em|font|h[1-6]|head|html|i|img|kbd|li|mark|ol|p|pre|samp|section|small|span|strong|table|tbody|td|th|thead|tr|tt|u|ul)(?:\s[^<>]{0,500})?\/?>/gi

const entities: Readonly<Record<string, string>> = {
  quot: '"',
  '#34': '"',
  '#x22': '"',
  apos: "'",
  '#39': "'",
  '#x27': "'",
  lt: '<',
  gt: '>',
  nbsp: ' ',
  '#x2f': '/',
  '#47': '/',
  amp: '&',
}

/**
 * A text without what tools and pages put around it: colours of a terminal, tags and entities of HTML, any depth of JSON
 * inside JSON, percent signs of an address, the frames of Terraform, time stamps of a log. Linear in its length.
 */
export function plainText(pasted: string): string {
  const cut =
    pasted.length > startLength + endLength
      ? `${pasted.slice(0, startLength)}\n${pasted.slice(-endLength)}`
      : pasted
  const seen = cut
    .replace(terminalMark, '')
    .replace(/[\u200b\u2060\ufeff\u00ad]/g, '')
    .replaceAll('\r\n', '\n')
    .replace(/[\u00a0\u2007\u202f\t]/g, ' ')
  const decoded = withoutEscapes(withoutPercents(withoutHtml(seen)))
  return decoded
    .replace(/[\u2018\u2019\u201a\u201b]/g, "'")
    .replace(/[\u201c\u201d\u201e\u00ab\u00bb]/g, '"')
    .split('\n')
    .map(withoutFrame)
    .join('\n')
}

/** The same text on one line, as phrases are looked for. */
export function onOneLine(text: string): string {
  return text.replace(/\s+/g, ' ')
}

function withoutHtml(text: string): string {
  if (!/[<&]/.test(text)) return text
  const decode = (coded: string) =>
    coded.replace(/&(#?\w{2,5});/g, (whole, name: string) => entities[name.toLowerCase()] ?? whole)
  return decode(
    decode(text.replace(htmlTag, (tag) => (/^<\/?(?:br|p|div|li|tr|pre)\b/i.test(tag) ? '\n' : ''))),
  )
}

/** An answer in the address of a redirect: `error_description=AADSTS700016%3a+…`. */
function withoutPercents(text: string): string {
  if (!/AADSTS\d{4,8}%3a/i.test(text)) return text
  return text
    .replaceAll('+', ' ')
    .replace(/%([2-7][0-9a-f])/gi, (_whole, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(/%0[da]/gi, '\n')
}

/** `\"`, `\\\"`, `\n`, `\u0027` at any depth. A run of backslashes is looked at from its start alone. */
function withoutEscapes(text: string): string {
  return text.replace(
    /(?<!\\)\\{1,64}(?:u00([2-7][0-9a-fA-F])|([nrt])|(["'/]))/g,
    (_whole, code: string | undefined, letter: string | undefined, mark: string | undefined) => {
      if (code !== undefined) return String.fromCharCode(Number.parseInt(code, 16))
      if (mark !== undefined) return mark
      return letter === 'n' ? '\n' : letter === 't' ? ' ' : ''
    },
  )
}

/** Frames of Terraform, quote marks of a mail, time stamps and error marks of logs. */
function withoutFrame(line: string): string {
  if (line === '') return line
  return line
    .replace(/^[ ]{0,20}[│┃╷╵╎]+ ?/, '')
    .replace(/^(?:> ?){1,5}/, '')
    .replace(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z /, '')
    .replace(/^##\[\w{1,20}\]/, '')
    .trimEnd()
}
