import { CodeParser } from '../code/code-parser.ts'
import type { CodeToken } from '../code/code-token.ts'
import { textOfValue, textValue, type CodeScope, type CodeValue } from '../code/code-value.ts'
import type { CommandWord, Script } from './command-line.ts'

/** A call with its parameters by name, and everything that it was given as words. */
export interface PowershellCall {
  readonly words: readonly CommandWord[]
  /** By a parameter or by the table behind `@name`. */
  readonly values: ReadonlyMap<string, CodeValue>
  /** Files as they were when it was called. */
  readonly files: ReadonlyMap<string, string>
}

interface PowershellScript extends Script {
  readonly calls: readonly PowershellCall[]
  readonly scope: CodeScope
}

/** Marks of PowerShell in a script. */
export function isPowershell(text: string): boolean {
  return (
    /[ \t]`[ \t]*\n/.test(text) ||
    /^[ \t]*\$\w{1,60}[ \t]*=/m.test(text) ||
    /\b(?:New|Update|Invoke|Get)-(?:Az|Mg)[A-Z]\w{2,60}/.test(text) ||
    /@\{[ \t]*\n/.test(text)
  )
}

/** Reads the calls, tables and variables of a script; nothing is run. */
export function readPowershell(text: string): PowershellScript {
  return new PowershellReader(text).read()
}

class PowershellReader {
  readonly #parser: CodeParser
  readonly #scope = new Map<string, CodeValue>()
  readonly #files = new Map<string, string>()
  readonly #calls: PowershellCall[] = []

  constructor(text: string) {
    this.#parser = new CodeParser(text, 'powershell')
  }

  read(): PowershellScript {
    while (this.#parser.current !== undefined && !this.#parser.isSpent && this.#calls.length < 500) {
      const before = this.#parser.position
      this.#statement()
      if (this.#parser.position === before) this.#parser.position += 1
    }
    return { commands: this.#calls, calls: this.#calls, scope: this.#scope, files: this.#files }
  }

  #statement(): void {
    const token = this.#parser.current
    if (token?.kind === 'word' && token.text.startsWith('$')) this.#assignment(token.text.slice(1))
    else if (token?.kind === 'mark' && token.text === '[') this.#writeFile()
    else if (token?.kind === 'word' && /^[A-Za-z]/.test(token.text)) this.#call()
    else this.#parser.position += 1
  }

  #assignment(name: string): void {
    this.#parser.position += 1
    const token = this.#parser.current
    if (token?.kind !== 'word' || token.text !== '=') return
    this.#parser.position += 1
    if (this.#parser.isMark('[')) {
      // `[IO.Path]::GetTempFileName()`: a file of its own, known by the variable.
      this.#scope.set(name, textValue(`/tmp/${name}`))
      this.#skipLine()
    } else this.#scope.set(name, this.#parser.value())
  }

  /** `[IO.File]::WriteAllText($file, 'text')`. */
  #writeFile(): void {
    const start = this.#parser.position
    while (
      this.#parser.current !== undefined &&
      this.#parser.current.kind !== 'line' &&
      !this.#parser.isMark('(')
    ) {
      this.#parser.position += 1
    }
    const before = this.#parser.tokens[this.#parser.position - 1]
    if (!this.#parser.takeMark('(') || before?.kind !== 'word' || !before.text.endsWith('WriteAllText')) {
      this.#parser.position = Math.max(start + 1, this.#parser.position)
      return
    }
    const file = textOfValue(this.#parser.value(), this.#scope)
    this.#parser.skipLines()
    const content = textOfValue(this.#parser.value(), this.#scope)
    if (file !== undefined && content !== undefined) this.#files.set(file, content)
    this.#skipLine()
  }

  #call(): void {
    const words: CommandWord[] = []
    const values = new Map<string, CodeValue>()
    for (
      let token = this.#parser.current;
      token !== undefined && token.kind !== 'line';
      token = this.#parser.current
    ) {
      if (this.#parser.isMark(';', '|', '}', '{')) break
      if (token.kind === 'word' && token.text.startsWith('@') && token.text.length > 1)
        this.#splat(token.text, values)
      else if (token.kind === 'word' && /^-[A-Za-z]/.test(token.text))
        this.#parameter(token.text, words, values)
      else words.push(this.#word())
    }
    if (words.length > 0) this.#calls.push({ words, values, files: new Map(this.#files) })
  }

  #splat(name: string, values: Map<string, CodeValue>): void {
    this.#parser.position += 1
    const table = this.#scope.get(name.slice(1))
    if (table?.kind === 'object')
      for (const [key, value] of table.entries) values.set(key.toLowerCase(), value)
  }

  #parameter(text: string, words: CommandWord[], values: Map<string, CodeValue>): void {
    this.#parser.position += 1
    const [, name = '', joined] = /^-+([\w-]+)(?:[:=](.*))?$/.exec(text) ?? []
    words.push({ text, isComputed: false })
    const next = this.#parser.current
    const isValue =
      next !== undefined && next.kind !== 'line' && !(next.kind === 'word' && /^-[A-Za-z]/.test(next.text))
    if (joined !== undefined && joined !== '') {
      values.set(name.toLowerCase(), textValue(joined))
    } else if (isValue && !this.#parser.isMark(';', '|', '}')) {
      if (
        this.#parser.isMark('@{', '@(', '(') ||
        (next.kind === 'word' && next.text.startsWith('$') && !this.#isGlued(1))
      ) {
        values.set(name.toLowerCase(), this.#parser.value())
      } else {
        const word = this.#word()
        words.push(word)
        values.set(name.toLowerCase(), word.isComputed ? { kind: 'computed' } : textValue(word.text))
      }
    }
  }

  /** Texts and words that stand together without white space are one word. */
  #word(): CommandWord {
    let text = ''
    let isComputed = false
    const start = this.#parser.position
    for (
      let token = this.#parser.current;
      token !== undefined && token.kind !== 'line';
      token = this.#parser.current
    ) {
      if (this.#parser.position > start && !token.glued) break
      const piece = this.#piece(token)
      if (piece === null) break
      text += piece.text
      isComputed ||= piece.isComputed
      this.#parser.position += 1
    }
    if (this.#parser.position === start) this.#parser.position += 1
    return { text, isComputed }
  }

  #piece(token: CodeToken): CommandWord | null {
    if (token.kind === 'line' || (token.kind === 'mark' && /^[;|{}]$/.test(token.text))) return null
    if (token.kind === 'mark') return { text: token.text, isComputed: false }
    if (token.kind === 'word' && !token.text.startsWith('$')) return { text: token.text, isComputed: false }
    const value: CodeValue =
      token.kind === 'text'
        ? { kind: 'text', parts: token.parts }
        : { kind: 'reference', path: token.text.slice(1) }
    const text = textOfValue(value, this.#scope)
    return { text: text ?? '', isComputed: text === undefined }
  }

  #isGlued(ahead: number): boolean {
    const token = this.#parser.tokens[this.#parser.position + ahead]
    return token !== undefined && token.kind !== 'line' && token.glued
  }

  #skipLine(): void {
    while (this.#parser.current !== undefined && this.#parser.current.kind !== 'line')
      this.#parser.position += 1
  }
}

/** Text of a parameter by its name in small letters. */
export function parameter(
  call: PowershellCall,
  scope: CodeScope,
  ...names: readonly string[]
): string | undefined {
  return names.map((name) => textOfValue(call.values.get(name), scope)).find((text) => text !== undefined)
}
