export type Values = Readonly<Record<string, unknown>>

export function isValues(value: unknown): value is Values {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The value under the first of these keys that is there; letter case does not matter, as PowerShell changes it. */
export function valueAt(value: unknown, ...keys: readonly string[]): unknown {
  if (!isValues(value)) return undefined
  for (const key of keys) {
    if (Object.hasOwn(value, key)) return value[key]
    const other = Object.keys(value).find((name) => name.toLowerCase() === key.toLowerCase())
    if (other !== undefined) return value[other]
  }
  return undefined
}

/** A value further in: `valueIn(pod, 'spec', 'template', 'spec')`. */
export function valueIn(value: unknown, ...path: readonly string[]): unknown {
  return path.reduce((inner, key) => valueAt(inner, key), value)
}

/** A text that is not empty, else undefined. */
export function textAt(value: unknown, ...keys: readonly string[]): string | undefined {
  const found = valueAt(value, ...keys)
  return typeof found === 'string' && found !== '' ? found : undefined
}

export function listOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value
  return value === undefined || value === null ? [] : [value]
}

/** The texts of a list, or one text alone. */
export function textsOf(value: unknown): readonly string[] {
  return listOf(value).filter((item): item is string => typeof item === 'string' && item !== '')
}

/** Object without its undefined values. */
export function given<T extends Readonly<Record<string, unknown>>>(
  values: T,
): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const kept = Object.entries(values).filter(([, value]) => value !== undefined)
  // Object.fromEntries forgets the keys; these are the keys of `values`.
  return Object.fromEntries(kept) as { [K in keyof T]?: Exclude<T[K], undefined> }
}

export const guidPattern = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** A GUID, else undefined: what stands for one, such as `${{ secrets.X }}`, says nothing. */
export function guidOf(value: unknown): string | undefined {
  return typeof value === 'string' && guidPattern.test(value.trim()) ? value.trim() : undefined
}
