/** Computes on the first call alone. */
export function once<T>(compute: () => T): () => T {
  let found: { readonly value: T } | null = null
  return () => {
    found ??= { value: compute() }
    return found.value
  }
}

/** Computes once for each key. */
export function remember<T>(compute: (key: string) => T): (key: string) => T {
  const found = new Map<string, T>()
  return (key) => {
    const before = found.get(key)
    if (before !== undefined) return before
    const value = compute(key)
    found.set(key, value)
    return value
  }
}
