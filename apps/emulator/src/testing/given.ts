/** The value, which a test relies on; stops the test when there is none. */
export function given<T>(value: T | null | undefined, what: string): T {
  if (value === null || value === undefined) throw new Error(`the test relies on ${what}`)
  return value
}
