/**
 * What the record itself holds under a name that a caller chose. Plain indexing would also find what every object
 * inherits, such as `constructor`.
 */
export function ownValue<T>(record: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(record, name) ? record[name] : undefined
}
