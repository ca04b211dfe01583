import { faults } from '../../core/faults.ts'
import { refuse } from '../../core/refusal.ts'
import type { Json, JsonObject } from '../language/json.ts'

/** Where an object or array starts in the text, both from 1. */
export interface Position {
  line: number
  column: number
}

/** Objects and arrays of one text to where they start. */
export type Positions = WeakMap<object, Position>

const deepest = 100

/**
 * Reads JSON as the resource manager's deployments do: comments, names without quotes, single quotes, line breaks in
 * strings and a comma at the end are accepted. Azure CLI sends such text: `{"properties": {..., template:{...}}}`.
 * Throws InvalidRequestContent. Source: https://learn.microsoft.com/azure/azure-resource-manager/templates/syntax
 */
export function readJson(text: string): { value: Json; positions: Positions } {
  const reader = new JsonReader(text)
  return { value: reader.whole(), positions: reader.positions }
}

class JsonReader {
  readonly positions: Positions = new WeakMap()
  readonly #text: string
  #at = 0
  #depth = 0
  #line = 1
  #lineStart = 0

  constructor(text: string) {
    this.#text = text
  }

  whole(): Json {
    const value = this.#value()
    this.#space()
    if (this.#at < this.#text.length) throw this.#unexpected()
    return value
  }

  #value(): Json {
    this.#space()
    const next = this.#text.charAt(this.#at)
    if (next === '{') return this.#nested(() => this.#object())
    if (next === '[') return this.#nested(() => this.#array())
    if (next === '"' || next === "'") return this.#string()
    return this.#word()
  }

  #nested<T extends Json & object>(read: () => T): T {
    const position = this.#position()
    this.#depth += 1
    if (this.#depth > deepest) throw this.#refuse('The JSON is nested too deeply')
    this.#at += 1
    const value = read()
    this.#depth -= 1
    this.positions.set(value, position)
    return value
  }

  #object(): JsonObject {
    const members: [string, Json][] = []
    while (!this.#skip('}')) {
      const name = this.#name()
      if (!this.#skip(':')) throw this.#unexpected()
      members.push([name, this.#value()])
      if (this.#skip(',')) continue
      if (!this.#skip('}')) throw this.#unexpected()
      break
    }
    return Object.fromEntries(members)
  }

  #array(): Json[] {
    const items: Json[] = []
    while (!this.#skip(']')) {
      items.push(this.#value())
      if (this.#skip(',')) continue
      if (!this.#skip(']')) throw this.#unexpected()
      break
    }
    return items
  }

  #name(): string {
    this.#space()
    const next = this.#text.charAt(this.#at)
    if (next === '"' || next === "'") return this.#string()
    const name = this.#match(/[A-Za-z_$][\w$]*/y)
    if (name === undefined) throw this.#unexpected()
    return name
  }

  #word(): Json {
    const word = this.#match(/true|false|null|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y)
    if (word === undefined) throw this.#unexpected()
    if (word === 'null') return null
    return word === 'true' || word === 'false' ? word === 'true' : Number(word)
  }

  #string(): string {
    const quote = this.#text.charAt(this.#at)
    this.#at += 1
    const raw = this.#match(quote === '"' ? /(?:[^"\\]+|\\[\s\S])*/y : /(?:[^'\\]+|\\[\s\S])*/y) ?? ''
    if (this.#text.charAt(this.#at) !== quote) throw this.#refuse('Unterminated string')
    this.#at += 1
    return raw.replaceAll(/\\(u[0-9a-fA-F]{4}|[\s\S])/g, (_, escape: string) => {
      if (escape.length > 1) return String.fromCharCode(Number.parseInt(escape.slice(1), 16))
      return escapes[escape] ?? escape
    })
  }

  #space(): void {
    this.#match(/(?:\s+|\/\/[^\n]*|\/\*[\s\S]*?\*\/)*/y)
  }

  #skip(mark: string): boolean {
    this.#space()
    if (this.#text.charAt(this.#at) !== mark) return false
    this.#at += 1
    return true
  }

  #match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at
    const found = pattern.exec(this.#text)?.[0]
    if (found !== undefined) this.#at += found.length
    return found
  }

  /** Reading only goes forward: each line is counted once. */
  #position(): Position {
    for (;;) {
      const end = this.#text.indexOf('\n', this.#lineStart)
      if (end === -1 || end >= this.#at) return { line: this.#line, column: this.#at - this.#lineStart + 1 }
      this.#line += 1
      this.#lineStart = end + 1
    }
  }

  #unexpected(): Error {
    const character = this.#text.charAt(this.#at)
    return this.#refuse(
      character === ''
        ? 'Unexpected end of the content'
        : `Unexpected character encountered while parsing: ${character}`,
    )
  }

  #refuse(problem: string): Error {
    const { line, column } = this.#position()
    return refuse(faults.invalidRequestContent(`${problem}. Line ${line}, position ${column}.`))
  }
}

const escapes: Record<string, string> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' }
