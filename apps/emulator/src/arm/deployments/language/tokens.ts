import { expressionErrors } from './expression-error.ts'

/** Kinds of tokens in the resource manager's words, which its errors quote. */
type TokenKind =
  | 'Identifier'
  | 'StringLiteral'
  | 'Integer'
  | 'LeftParenthesis'
  | 'RightParenthesis'
  | 'LeftSquareBracket'
  | 'RightSquareBracket'
  | 'Comma'
  | 'Dot'
  | 'EndOfData'

export interface Token {
  kind: TokenKind
  text: string
}

const punctuation: Record<string, TokenKind> = {
  '(': 'LeftParenthesis',
  ')': 'RightParenthesis',
  '[': 'LeftSquareBracket',
  ']': 'RightSquareBracket',
  ',': 'Comma',
  '.': 'Dot',
}

const pattern = /\s*(?:([A-Za-z_][A-Za-z0-9_]*)|('(?:[^']|'')*')|(-?\d+)|([()[\],.]))/y

/** Cuts the text between the brackets of an expression into tokens; the last one is `EndOfData`. */
export function tokenize(source: string): Token[] {
  const tokens: Token[] = []
  let at = 0
  while (source.slice(at).trim() !== '') {
    pattern.lastIndex = at
    const found = pattern.exec(source)
    if (!found) {
      const position = at + source.slice(at).search(/\S/)
      throw expressionErrors.unexpectedCharacter(source, source.charAt(position), position)
    }
    tokens.push(toToken(found))
    at = pattern.lastIndex
  }
  return [...tokens, { kind: 'EndOfData', text: '' }]
}

function toToken([, identifier, string, integer, mark = '']: RegExpExecArray): Token {
  if (identifier !== undefined) return { kind: 'Identifier', text: identifier }
  if (string !== undefined) return { kind: 'StringLiteral', text: string.slice(1, -1).replaceAll("''", "'") }
  if (integer !== undefined) return { kind: 'Integer', text: integer }
  return { kind: punctuation[mark] ?? 'EndOfData', text: mark }
}
