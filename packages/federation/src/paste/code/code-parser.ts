import type { CodeLanguage, CodeToken } from './code-token.ts'
import { codeTokens } from './code-tokens.ts'
import { computed, type CodeObject, type CodeValue } from './code-value.ts'

const deepest = 30

/** Reads values out of the tokens of a text, from wherever `position` stands. */
export class CodeParser {
  readonly tokens: readonly CodeToken[]
  readonly language: CodeLanguage
  position = 0
  #depth = 0
  #steps = 0

  constructor(code: string, language: CodeLanguage) {
    this.language = language
    this.tokens = codeTokens(code, language)
  }

  /** True once far more was read than there is: the text nests the same thing over and over. */
  get isSpent(): boolean {
    return this.#steps > 6 * this.tokens.length + 1000
  }

  get current(): CodeToken | undefined {
    return this.tokens[this.position]
  }

  isMark(...marks: readonly string[]): boolean {
    const token = this.current
    return token?.kind === 'mark' && marks.includes(token.text)
  }

  takeMark(...marks: readonly string[]): boolean {
    if (!this.isMark(...marks)) return false
    this.position += 1
    return true
  }

  takeWord(): string | undefined {
    const token = this.current
    if (token?.kind !== 'word') return undefined
    this.position += 1
    return token.text
  }

  /** A text without templates. */
  takeText(): string | undefined {
    const token = this.current
    if (token?.kind !== 'text') return undefined
    this.position += 1
    return token.parts.every((part) => typeof part === 'string') ? token.parts.join('') : undefined
  }

  skipLines(): void {
    while (this.current?.kind === 'line' || this.isMark(',', ';')) this.position += 1
  }

  /** One value. What is more than a value, such as a sum or a condition, is `computed`. */
  value(): CodeValue {
    if (this.#depth >= deepest) return this.#giveUp()
    this.#depth += 1
    const value = this.#single()
    this.#depth -= 1
    return this.#isContinued() ? this.#giveUp() : value
  }

  object(): CodeObject {
    const entries = new Map<string, CodeValue>()
    this.position += 1
    this.#depth += 1
    for (;;) {
      this.#steps += 1
      this.skipLines()
      if (this.current === undefined || this.takeMark('}')) break
      const before = this.position
      this.#entry(entries)
      if (this.position === before) this.position += 1
    }
    this.#depth -= 1
    return { kind: 'object', entries }
  }

  #single(): CodeValue {
    const token = this.current
    if (token === undefined) return computed
    if (token.kind === 'text') {
      this.position += 1
      return { kind: 'text', parts: token.parts }
    }
    if (token.kind === 'word') return this.#word()
    if (this.isMark('{', '@{')) return this.object()
    if (this.isMark('[', '@(')) return this.#list()
    if (this.isMark('(') && this.language === 'powershell') return this.#pipeline()
    return this.#giveUp()
  }

  #word(): CodeValue {
    let path = this.takeWord() ?? ''
    if (path === 'new') path = `new ${this.takeWord() ?? ''}`
    if (this.language === 'powershell') {
      return path.startsWith('$')
        ? { kind: 'reference', path: path.slice(1) }
        : { kind: 'text', parts: [path] }
    }
    while (this.isMark('.')) {
      this.position += 1
      this.takeMark('?')
      path += `.${this.takeWord() ?? ''}`
    }
    if (this.isMark('(')) return { kind: 'call', name: path, arguments: this.#arguments(')') }
    return { kind: 'reference', path }
  }

  #list(): CodeValue {
    const close = this.isMark('[') ? ']' : ')'
    let ahead = 1
    while (this.tokens[this.position + ahead]?.kind === 'line') ahead += 1
    const next = this.tokens[this.position + ahead]
    if (next?.kind === 'word' && next.text === 'for') return this.#loop(ahead + 1)
    return { kind: 'list', items: this.#arguments(close) }
  }

  #arguments(close: string): readonly CodeValue[] {
    const items: CodeValue[] = []
    this.position += 1
    for (;;) {
      this.skipLines()
      if (this.current === undefined || this.takeMark(close)) return items
      const before = this.position
      items.push(this.value())
      if (this.position === before) this.position += 1
    }
  }

  /** `[for item in list: body]`. */
  #loop(behindFor: number): CodeValue {
    this.position += behindFor
    const variable = this.takeWord() ?? ''
    if (variable === '' || this.takeWord() !== 'in') return this.#giveUp()
    const over = this.value()
    if (!this.takeMark(':')) return this.#giveUp()
    this.skipLines()
    const body = this.value()
    this.skipLines()
    this.takeMark(']')
    return { kind: 'loop', variable, over, body }
  }

  /** `(Get-AzADApplication -ApplicationId 'x').Id`: the command by its name, with what follows as arguments. */
  #pipeline(): CodeValue {
    const [name, ...values] = this.#arguments(')')
    if (this.current?.kind === 'word' && this.current.glued && this.current.text.startsWith('.'))
      this.position += 1
    const text = name?.kind === 'text' && typeof name.parts[0] === 'string' ? name.parts[0] : ''
    return { kind: 'call', name: text, arguments: values }
  }

  #entry(entries: Map<string, CodeValue>): void {
    const key = this.#key()
    if (key === null) return
    if (key === 'resource' && this.language === 'bicep' && this.current?.kind === 'word') return
    if (this.takeMark('=', ':') || this.#takeEquals()) {
      entries.set(key, this.value())
    } else if (this.language === 'hcl') {
      while (this.takeText() !== undefined || this.takeWord() !== undefined) continue
      if (this.isMark('{') && this.#depth >= deepest) this.#giveUp()
      else if (this.isMark('{') && !entries.has(key)) entries.set(key, this.object())
    } else {
      entries.set(key, { kind: 'reference', path: key })
    }
  }

  #key(): string | null {
    const token = this.current
    if (token?.kind === 'text') return this.takeText() ?? null
    return this.takeWord()?.replace(/=$/, '') ?? null
  }

  /** PowerShell takes `=` for a part of a word. */
  #takeEquals(): boolean {
    const before = this.tokens[this.position - 1]
    if (before?.kind === 'word' && before.text.endsWith('=')) return true
    if (this.current?.kind !== 'word' || this.current.text !== '=') return false
    this.position += 1
    return true
  }

  #isContinued(): boolean {
    return (
      this.language !== 'powershell' &&
      this.isMark('+', '?', '*', '/', '%', '&', '|', '<', '>', '!', '=', '[')
    )
  }

  /** Goes on to the end of what it stands in, brackets inside it included. */
  #giveUp(): CodeValue {
    let open = 0
    for (; this.current !== undefined; this.position += 1) {
      this.#steps += 1
      if (open === 0 && (this.current.kind === 'line' || this.isMark(',', ';', ')', ']', '}'))) break
      if (this.isMark('(', '[', '{', '@{', '@(')) open += 1
      if (this.isMark(')', ']', '}')) open -= 1
    }
    return computed
  }
}
