/** A parsed condition of a role assignment: what of the language is imitated. */
export type ConditionNode =
  | { kind: 'and'; parts: ConditionNode[] }
  | { kind: 'or'; parts: ConditionNode[] }
  | { kind: 'not'; part: ConditionNode }
  | { kind: 'action'; pattern: string }
  | { kind: 'compare'; source: 'request' | 'resource'; attribute: string; operator: string; values: string[] }

const tokenPattern =
  /\s*(?:(ActionMatches)\s*\{\s*'([^']*)'\s*\}|@(Request|Resource)\[([^\]]+)\]|\{([^}]*)\}|(\(|\)|!)|(&&|\|\||[A-Za-z:]+))/iy

/** Signs inside each other, long before the stack ends. */
const deepest = 100

type Token =
  | { kind: 'action'; pattern: string }
  | { kind: 'attribute'; source: 'request' | 'resource'; name: string }
  | { kind: 'values'; values: string[] }
  | { kind: 'sign'; text: string }
  | { kind: 'word'; text: string }

/**
 * Reads a condition of the documented form (`ActionMatches`, `@Request[...]` and `@Resource[...]` compared with a set of
 * values, AND, OR, `!` and parentheses). Undefined when anything else is in it, or too much inside each other.
 * Source: https://learn.microsoft.com/azure/role-based-access-control/conditions-format
 */
export function parseCondition(text: string): ConditionNode | undefined {
  const tokens = tokenise(text)
  if (!tokens) return undefined
  const reader = new Reader(tokens)
  const node = reader.either()
  return node && reader.isDone() ? node : undefined
}

function tokenise(text: string): Token[] | undefined {
  const tokens: Token[] = []
  const pattern = new RegExp(tokenPattern)
  const end = text.trimEnd().length
  while (pattern.lastIndex < end) {
    const found = pattern.exec(text)
    if (!found) return undefined
    tokens.push(tokenOf(found))
  }
  return tokens
}

function tokenOf([
  ,
  action,
  pattern = '',
  source,
  name = '',
  values,
  sign,
  word = '',
]: RegExpExecArray): Token {
  if (action !== undefined) return { kind: 'action', pattern }
  if (source !== undefined) {
    return { kind: 'attribute', source: source.toLowerCase() === 'request' ? 'request' : 'resource', name }
  }
  if (values !== undefined) {
    return { kind: 'values', values: values.split(',').map((value) => value.trim().replaceAll("'", '')) }
  }
  return sign === undefined ? { kind: 'word', text: word } : { kind: 'sign', text: sign }
}

class Reader {
  readonly #tokens: readonly Token[]
  #at = 0
  #depth = 0

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens
  }

  isDone(): boolean {
    return this.#at === this.#tokens.length
  }

  either(): ConditionNode | undefined {
    return this.#chain('or', ['or', '||'], () => this.#chain('and', ['and', '&&'], () => this.#single()))
  }

  #chain(
    kind: 'and' | 'or',
    words: readonly string[],
    next: () => ConditionNode | undefined,
  ): ConditionNode | undefined {
    const parts: ConditionNode[] = []
    do {
      const part = next()
      if (!part) return undefined
      parts.push(part)
    } while (this.#takeWord(words))
    const [only] = parts
    return parts.length === 1 ? only : { kind, parts }
  }

  #single(): ConditionNode | undefined {
    const token = this.#tokens[this.#at]
    this.#at += 1
    if (token?.kind === 'action') return { kind: 'action', pattern: token.pattern }
    if (token?.kind === 'attribute') return this.#comparison(token)
    if (token?.kind !== 'sign') return undefined
    this.#depth += 1
    const inner = this.#depth > deepest ? undefined : this.#signed(token.text)
    this.#depth -= 1
    return inner
  }

  #signed(sign: string): ConditionNode | undefined {
    if (sign === '!') {
      const part = this.#single()
      return part && { kind: 'not', part }
    }
    const inner = sign === '(' ? this.either() : undefined
    const closing = this.#tokens[this.#at]
    if (!inner || closing?.kind !== 'sign' || closing.text !== ')') return undefined
    this.#at += 1
    return inner
  }

  #comparison({ source, name }: Extract<Token, { kind: 'attribute' }>): ConditionNode | undefined {
    const operator = this.#tokens[this.#at]
    const values = this.#tokens[this.#at + 1]
    if (operator?.kind !== 'word' || values?.kind !== 'values') return undefined
    this.#at += 2
    const attribute = name.slice(name.lastIndexOf(':') + 1).toLowerCase()
    return {
      kind: 'compare',
      source,
      attribute,
      operator: operator.text.toLowerCase(),
      values: values.values,
    }
  }

  #takeWord(words: readonly string[]): boolean {
    const token = this.#tokens[this.#at]
    if (token?.kind !== 'word' || !words.includes(token.text.toLowerCase())) return false
    this.#at += 1
    return true
  }
}
