import type { CodeLanguage, TextPart } from './code-token.ts'

interface Quoted {
  readonly parts: readonly TextPart[]
  /** Behind the closing quote, or the end of a text that has none. */
  readonly end: number
}

const simple: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\r',
  t: '\t',
  b: '\b',
  f: '\f',
  v: '\v',
  '0': '\0',
}

/** A quoted text that starts at `start` with its quote. */
export function readQuoted(code: string, start: number, language: CodeLanguage): Quoted {
  const quote = code.charAt(start)
  if (language === 'powershell') {
    return /['‘’‚‛]/.test(quote) ? readSingle(code, start) : readExpandable(code, start + 1, /["“”„]/)
  }
  if (language === 'bicep' && code.startsWith("'''", start)) return readRaw(code, start + 3, "'''")
  return readEscaped(code, start + 1, quote, language)
}

/** Everything up to the closing mark, as it stands; a first line break is no part of it. */
export function readRaw(code: string, start: number, close: string): Quoted {
  const end = code.indexOf(close, start)
  const inner = end < 0 ? code.slice(start) : code.slice(start, end)
  return { parts: [inner.replace(/^\n/, '')], end: end < 0 ? code.length : end + close.length }
}

/** PowerShell: doubled quotes are one, and every kind of single quote is one. */
function readSingle(code: string, start: number): Quoted {
  let text = ''
  let at = start + 1
  for (;;) {
    const next = nextOf(code, at, /['‘’‚‛]/g)
    text += code.slice(at, next)
    if (next >= code.length) return { parts: [text], end: code.length }
    if (!/['‘’‚‛]/.test(code.charAt(next + 1))) return { parts: [text], end: next + 1 }
    text += code.charAt(next)
    at = next + 2
  }
}

/** PowerShell: `` `n `` escapes, `""`, `$name`, `${name}` and `$(…)`. */
export function readExpandable(code: string, start: number, close: RegExp): Quoted {
  const parts: TextPart[] = []
  let text = ''
  let at = start
  while (at < code.length) {
    const character = code.charAt(at)
    if (close.test(character)) {
      if (!close.test(code.charAt(at + 1))) break
      text += character
      at += 2
    } else if (character === '`') {
      const next = code.charAt(at + 1)
      text += simple[next] ?? next
      at += 2
    } else if (character === '$' && /[A-Za-z_{(]/.test(code.charAt(at + 1))) {
      const source = sourceAt(code, at + 1)
      parts.push(text, { source: source.text })
      text = ''
      at = source.end
    } else {
      text += character
      at += 1
    }
  }
  return { parts: [...parts, text], end: at + 1 }
}

function readEscaped(code: string, start: number, quote: string, language: CodeLanguage): Quoted {
  const parts: TextPart[] = []
  let text = ''
  let at = start
  const hasTemplates = language !== 'typescript' || quote === '`'
  while (at < code.length && code.charAt(at) !== quote) {
    const character = code.charAt(at)
    if (character === '\n' && quote !== '`') break
    if (character === '\\') {
      const escape = escapeAt(code, at + 1)
      text += escape.text
      at = escape.end
    } else if (language === 'hcl' && /^(?:\$\$\{|%%\{)/.test(code.slice(at, at + 3))) {
      text += code.slice(at + 1, at + 3)
      at += 3
    } else if (
      hasTemplates &&
      (code.startsWith('${', at) || (language === 'hcl' && code.startsWith('%{', at)))
    ) {
      const source = sourceAt(code, at + 1)
      parts.push(text, { source: source.text })
      text = ''
      at = source.end
    } else {
      text += character
      at += 1
    }
  }
  return { parts: [...parts, text], end: at + 1 }
}

function escapeAt(code: string, at: number): { readonly text: string; readonly end: number } {
  const escape = /^(?:u\{([0-9a-fA-F]{1,6})\}|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|x([0-9a-fA-F]{2}))/.exec(
    code.slice(at, at + 10),
  )
  const digits = escape?.slice(1).find((group) => group !== undefined)
  if (escape !== null && digits !== undefined) {
    const point = Number.parseInt(digits, 16)
    return { text: point > 0x10ffff ? '\ufffd' : String.fromCodePoint(point), end: at + escape[0].length }
  }
  const next = code.charAt(at)
  return { text: simple[next] ?? next, end: at + 1 }
}

/** The expression of a template: `{…}` and `(…)` to their ends, or a name. At most 300 characters. */
function sourceAt(code: string, at: number): { readonly text: string; readonly end: number } {
  const open = code.charAt(at)
  if (open !== '{' && open !== '(') {
    const name = /^[\w:]*/.exec(code.slice(at, at + 100))?.[0] ?? ''
    return { text: name, end: at + name.length }
  }
  const close = open === '{' ? '}' : ')'
  let depth = 0
  for (let end = at; end < Math.min(code.length, at + 300); end += 1) {
    const character = code.charAt(end)
    if (character === open) depth += 1
    if (character === close) depth -= 1
    if (depth === 0) {
      const inner = code.slice(at + 1, end).trim()
      return { text: open === '(' ? `(${inner})` : inner, end: end + 1 }
    }
  }
  return { text: '', end: at + 1 }
}

function nextOf(code: string, at: number, pattern: RegExp): number {
  pattern.lastIndex = at
  return pattern.exec(code)?.index ?? code.length
}
