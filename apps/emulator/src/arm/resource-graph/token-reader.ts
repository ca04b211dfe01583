import { parserFailure, tooDeep } from './query-error.ts'
import { tokenise, type Token } from './tokens.ts'

const mostBrackets = 100
const end: Token = { kind: 'end', text: '<EOF>', at: 0 }

/** Goes through the tokens of a query; whatever does not fit throws ParserFailure at its place. */
export class TokenReader {
  readonly #source: string
  readonly #tokens: Token[]
  #at = 0
  #brackets = 0

  constructor(source: string) {
    this.#source = source
    this.#tokens = tokenise(source)
  }

  get next(): Token {
    return this.#tokens[this.#at] ?? end
  }

  take(): Token {
    const token = this.next
    this.#at += 1
    return token
  }

  /** The sign or word is next; words without regard to case. */
  isNext(text: string): boolean {
    const { kind, text: found } = this.next
    return kind !== 'string' && found.toLowerCase() === text
  }

  /** Takes the sign or word when it is next. */
  takeIf(text: string): boolean {
    if (!this.isNext(text)) return false
    this.#at += 1
    return true
  }

  expect(text: string): void {
    if (!this.takeIf(text)) throw this.failure(text)
  }

  /** What stands between a bracket and its end. Throws past the hundredth bracket inside another, long before the stack ends. */
  inBrackets<T>(read: () => T): T {
    this.expect('(')
    this.#brackets += 1
    if (this.#brackets > mostBrackets) throw tooDeep(mostBrackets)
    const inner = read()
    this.#brackets -= 1
    this.expect(')')
    return inner
  }

  name(): string {
    if (this.next.kind !== 'name') throw this.failure()
    return this.take().text
  }

  number(): number {
    if (this.next.kind !== 'number') throw this.failure()
    return Number(this.take().text)
  }

  failure(expected?: string) {
    return parserFailure(this.#source, this.next.at, this.next.text, expected)
  }
}
