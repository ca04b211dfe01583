import type { TextPart } from './code-token.ts'

/** A value as code spells it. References are not followed yet. */
export type CodeValue =
  | { readonly kind: 'text'; readonly parts: readonly TextPart[] }
  | { readonly kind: 'reference'; readonly path: string }
  | { readonly kind: 'list'; readonly items: readonly CodeValue[] }
  | CodeObject
  | { readonly kind: 'call'; readonly name: string; readonly arguments: readonly CodeValue[] }
  | { readonly kind: 'loop'; readonly variable: string; readonly over: CodeValue; readonly body: CodeValue }
  | { readonly kind: 'computed' }

export interface CodeObject {
  readonly kind: 'object'
  readonly entries: ReadonlyMap<string, CodeValue>
}

/** Values by the names under which other values refer to them, such as `local.issuer`. */
export type CodeScope = ReadonlyMap<string, CodeValue>

export const computed: CodeValue = { kind: 'computed' }

export function textValue(text: string): CodeValue {
  return { kind: 'text', parts: [text] }
}

/** Follows references until a value stands there; `computed` after ten of them or where nothing is known. */
export function resolved(value: CodeValue | undefined, scope: CodeScope, depth = 0): CodeValue {
  if (value === undefined || depth > 10) return computed
  if (value.kind !== 'reference') return value
  const names = value.path.split('.')
  for (let count = names.length; count > 0; count -= 1) {
    const found = scope.get(names.slice(0, count).join('.'))
    if (found !== undefined) return descend(found, names.slice(count), scope, depth)
  }
  return computed
}

function descend(value: CodeValue, keys: readonly string[], scope: CodeScope, depth: number): CodeValue {
  const [key, ...rest] = keys
  const whole = resolved(value, scope, depth + 1)
  if (key === undefined) return whole
  return whole.kind === 'object'
    ? descend(whole.entries.get(key) ?? computed, rest, scope, depth + 1)
    : computed
}

/** The text of a value, or undefined for what is computed. */
export function textOfValue(value: CodeValue | undefined, scope: CodeScope, depth = 0): string | undefined {
  const whole = resolved(value, scope)
  if (whole.kind !== 'text' || depth > 10) return undefined
  let text = ''
  for (const part of whole.parts) {
    const piece =
      typeof part === 'string'
        ? part
        : textOfValue({ kind: 'reference', path: part.source }, scope, depth + 1)
    if (piece === undefined) return undefined
    text += piece
  }
  return text
}

/** What a text ends in behind its last slash, though its start is computed: `${app.uniqueName}/gh-main`. */
export function lastPartOf(value: CodeValue | undefined, scope: CodeScope): string | undefined {
  const whole = resolved(value, scope)
  if (whole.kind !== 'text') return undefined
  const at = whole.parts.findLastIndex((part) => typeof part === 'string' && part.includes('/'))
  const part = whole.parts[at]
  if (typeof part !== 'string') return textOfValue(whole, scope)
  const rest = [part.slice(part.lastIndexOf('/') + 1), ...whole.parts.slice(at + 1)]
  return textOfValue({ kind: 'text', parts: rest }, scope)
}

/** The texts of a list, or of one text alone; computed ones are left out. */
export function textsOfValue(value: CodeValue | undefined, scope: CodeScope): readonly string[] {
  const whole = resolved(value, scope)
  const items = whole.kind === 'list' ? whole.items : [whole]
  return items.flatMap((item) => textOfValue(item, scope) ?? [])
}

/** An entry of an object; undefined where it is none. */
export function entryOf(value: CodeValue | undefined, key: string, scope: CodeScope): CodeValue | undefined {
  const whole = resolved(value, scope)
  return whole.kind === 'object' ? whole.entries.get(key) : undefined
}
