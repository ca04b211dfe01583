/** How Kusto compares and prints values, as far as resources hold them. */

export function textOf(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'string') return value
  return JSON.stringify(value)
}

export function isTrue(value: unknown): boolean {
  return value === true
}

export function isEmpty(value: unknown): boolean {
  return textOf(value) === ''
}

/** Less than, equal to or greater than zero. Numbers by size, everything else by its text; nothing comes first. */
export function compare(left: unknown, right: unknown): number {
  if (typeof left === 'number' && typeof right === 'number') return left - right
  if (typeof left === 'boolean' || typeof right === 'boolean') {
    return textOf(left) === textOf(right) ? 0 : textOf(left) < textOf(right) ? -1 : 1
  }
  if (typeof left === 'number' || typeof right === 'number') {
    const [one, other] = [Number(textOf(left) || Number.NaN), Number(textOf(right) || Number.NaN)]
    return Number.isNaN(one) || Number.isNaN(other) ? Number.NaN : one - other
  }
  const [one, other] = [textOf(left), textOf(right)]
  return one === other ? 0 : one < other ? -1 : 1
}

/** Equal values have equal keys: for groups, joins and distinct rows. */
export function keyOfValue(value: unknown): string {
  return `${typeof value} ${textOf(value)}`
}
