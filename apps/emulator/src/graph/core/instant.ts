/** A time as Graph writes it: without fractions when there are none. */
export function instant(ms: number): string {
  return new Date(ms).toISOString().replace('.000Z', 'Z')
}

/** As the directory keeps times of objects: whole seconds. */
export function second(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 19)}Z`
}
