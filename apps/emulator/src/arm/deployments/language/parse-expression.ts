import { expressionErrors } from './expression-error.ts'
import type { CallSyntax, Syntax } from './syntax.ts'
import { tokenize, type Token } from './tokens.ts'

/** Source: https://learn.microsoft.com/azure/azure-resource-manager/templates/best-practices#template-limits */
const longest = 24_576
const deepest = 200

/**
 * True for a string that is an expression: `[...]`, but not `[[...`, which stands for a literal bracket.
 * Source: https://learn.microsoft.com/azure/azure-resource-manager/templates/template-expressions
 */
export function isExpression(text: string): boolean {
  return text.startsWith('[') && !text.startsWith('[[') && text.endsWith(']')
}

/** The string that `[[...]` stands for; any other text as it is. */
export function unescapeLiteral(text: string): string {
  return text.startsWith('[[') && text.endsWith(']') ? text.slice(1) : text
}

/** Parses `[...]`. Throws ExpressionError in the resource manager's words. */
export function parseExpression(text: string): Syntax {
  if (text.length > longest) throw expressionErrors.tooLong(longest, text.length)
  return new Parser(text.slice(1, -1)).whole()
}

class Parser {
  readonly #source: string
  readonly #tokens: Token[]
  #at = 0
  #depth = 0

  constructor(source: string) {
    this.#source = source
    this.#tokens = tokenize(source)
  }

  whole(): Syntax {
    const syntax = this.#expression()
    this.#take('EndOfData')
    return syntax
  }

  #expression(): Syntax {
    this.#depth += 1
    if (this.#depth > deepest) throw expressionErrors.tooLong(longest, this.#source.length)
    let syntax = this.#primary()
    for (;;) {
      if (this.#skip('Dot')) {
        const index: Syntax = { kind: 'literal', value: this.#take('Identifier').text }
        syntax = { kind: 'select', target: syntax, index }
      } else if (this.#skip('LeftSquareBracket')) {
        syntax = { kind: 'select', target: syntax, index: this.#expression() }
        this.#take('RightSquareBracket')
      } else {
        this.#depth -= 1
        return syntax
      }
    }
  }

  #primary(): Syntax {
    const token = this.#peek()
    if (token.kind === 'StringLiteral') return { kind: 'literal', value: this.#take(token.kind).text }
    if (token.kind === 'Integer') return { kind: 'literal', value: Number(this.#take(token.kind).text) }
    return this.#call()
  }

  #call(): CallSyntax {
    let name = this.#take('Identifier').text
    while (this.#skip('Dot')) name += `.${this.#take('Identifier').text}`
    this.#take('LeftParenthesis')
    const args: Syntax[] = []
    if (!this.#skip('RightParenthesis')) {
      do args.push(this.#expression())
      while (this.#skip('Comma'))
      this.#take('RightParenthesis')
    }
    return { kind: 'call', name, args }
  }

  #peek(): Token {
    return this.#tokens[this.#at] ?? { kind: 'EndOfData', text: '' }
  }

  #skip(kind: Token['kind']): boolean {
    if (this.#peek().kind !== kind) return false
    this.#at += 1
    return true
  }

  #take(kind: Token['kind']): Token {
    const token = this.#peek()
    if (token.kind !== kind) throw expressionErrors.unexpectedToken(this.#source, kind, token.kind)
    this.#at += 1
    return token
  }
}
