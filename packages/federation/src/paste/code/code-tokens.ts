import type { CodeLanguage, CodeToken } from './code-token.ts'
import { readExpandable, readQuoted, readRaw } from './quoted-text.ts'

const wordPatterns: Readonly<Record<CodeLanguage, RegExp>> = {
  hcl: /[A-Za-z_][\w-]*|\d[\w.]*/y,
  bicep: /[A-Za-z_]\w*|\d[\w.]*/y,
  typescript: /[A-Za-z_$][\w$]*|\d[\w.]*/y,
  powershell: /\$[A-Za-z_][\w:]*(?:\.\w+)*|@[A-Za-z_]\w*|[^\s'"‘’‚‛“”„(){},;|`@$[\]]+/y,
}
const quotes: Readonly<Record<CodeLanguage, RegExp>> = {
  hcl: /"/,
  bicep: /'/,
  typescript: /["'`]/,
  powershell: /['‘’‚‛"“”„]/,
}

/** Cuts a text into tokens. Comments and continued lines are left out; nothing is ever refused. */
export function codeTokens(code: string, language: CodeLanguage): readonly CodeToken[] {
  const tokens: CodeToken[] = []
  let at = 0
  let glued = false
  while (at < code.length) {
    const skipped = skip(code, at, language)
    if (skipped > at) {
      at = skipped
      glued = false
      continue
    }
    if (code.charAt(at) === '\n') {
      tokens.push({ kind: 'line' })
      at += 1
      glued = false
      continue
    }
    const { token, end } = tokenAt(code, at, language, glued)
    tokens.push(token)
    at = Math.max(end, at + 1)
    glued = true
  }
  return tokens
}

/** Behind blanks, comments and the mark that continues a line. */
function skip(code: string, at: number, language: CodeLanguage): number {
  const character = code.charAt(at)
  if (character === ' ' || character === '\t' || character === '\r') return at + 1
  if (language === 'powershell' && character === '`' && /^`[ \t]*\r?\n/.test(code.slice(at, at + 20))) {
    return code.indexOf('\n', at) + 1
  }
  const hash = language === 'hcl' || language === 'powershell'
  if ((character === '#' && hash) || (code.startsWith('//', at) && language !== 'powershell'))
    return lineEnd(code, at)
  if (code.startsWith('/*', at) && language !== 'powershell') return behind(code, at, '*/')
  return code.startsWith('<#', at) && language === 'powershell' ? behind(code, at, '#>') : at
}

function tokenAt(
  code: string,
  at: number,
  language: CodeLanguage,
  glued: boolean,
): { token: CodeToken; end: number } {
  const here =
    language === 'powershell' ? hereString(code, at) : language === 'hcl' ? heredoc(code, at) : null
  if (here !== null) return { token: { kind: 'text', parts: here.parts, glued }, end: here.end }
  if (quotes[language].test(code.charAt(at))) {
    const { parts, end } = readQuoted(code, at, language)
    return { token: { kind: 'text', parts, glued }, end }
  }
  const pattern = wordPatterns[language]
  pattern.lastIndex = at
  const word = pattern.exec(code)?.[0]
  if (word !== undefined && word !== '')
    return { token: { kind: 'word', text: word, glued }, end: at + word.length }
  const mark = /^@[({]/.test(code.slice(at, at + 2)) ? code.slice(at, at + 2) : code.charAt(at)
  return { token: { kind: 'mark', text: mark, glued }, end: at + mark.length }
}

/** `@'` and `@"` up to a line that starts with their end. */
function hereString(code: string, at: number) {
  const quote = /^@(['"])[ \t]*\n/.exec(code.slice(at, at + 20))
  if (quote === null) return null
  const raw = readRaw(code, at + quote[0].length, `\n${quote[1] ?? ''}@`)
  const [inner] = raw.parts
  if (quote[1] === "'" || typeof inner !== 'string') return raw
  return { parts: readExpandable(inner, 0, /(?!)/).parts, end: raw.end }
}

/** `<<EOF` and `<<-EOF`. */
function heredoc(code: string, at: number) {
  const head = /^<<-?([A-Za-z_]\w{0,40})[ \t]*\n/.exec(code.slice(at, at + 60))
  if (head === null) return null
  const start = at + head[0].length
  const rest = code.slice(start)
  const end = new RegExp(`^[ \\t]*${head[1] ?? ''}[ \\t]*$`, 'm').exec(rest)
  const inner = end === null ? rest : rest.slice(0, end.index)
  return { parts: [inner], end: end === null ? code.length : start + end.index + end[0].length }
}

function lineEnd(code: string, at: number): number {
  const end = code.indexOf('\n', at)
  return end < 0 ? code.length : end
}

function behind(code: string, at: number, close: string): number {
  const end = code.indexOf(close, at + 2)
  return end < 0 ? code.length : end + close.length
}
