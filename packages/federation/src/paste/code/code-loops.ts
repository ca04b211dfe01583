import { computed, resolved, textValue, type CodeScope, type CodeValue } from './code-value.ts'

const mostRounds = 40

/** The rounds of `for_each` and of Bicep's loops: for each the scope in which its texts are read. */
export function roundsOf(
  over: CodeValue,
  scope: CodeScope,
  names: { readonly key?: string; readonly value: string },
): readonly CodeScope[] {
  const whole = resolved(over, scope)
  const bare =
    whole.kind === 'call' && /^(?:toset|tolist|tomap)$/.test(whole.name)
      ? resolved(whole.arguments[0], scope)
      : whole
  const pairs: readonly (readonly [CodeValue, CodeValue])[] =
    bare.kind === 'list'
      ? bare.items.map((item) => [item, item] as const)
      : bare.kind === 'object'
        ? [...bare.entries].map(([key, value]) => [textValue(key), value] as const)
        : [[computed, computed]]
  return pairs
    .slice(0, mostRounds)
    .map(
      ([key, value]) =>
        new Map([
          ...scope,
          ...(names.key === undefined ? [] : [[names.key, key] as const]),
          [names.value, value] as const,
        ]),
    )
}
