import type { Filter } from './filter.ts'

/**
 * The text that every match has in this property, when the filter says so with `eq` alone or under `and`: a list may
 * look there first. Undefined: nothing is known.
 */
export function wantedValue(filter: Filter | undefined, property: string): string | undefined {
  if (filter?.kind === 'and') return wantedValue(filter.left, property) ?? wantedValue(filter.right, property)
  if (filter?.kind !== 'compare' || filter.operator !== 'eq' || typeof filter.value !== 'string')
    return undefined
  return filter.path.join('/').toLowerCase() === property.toLowerCase()
    ? filter.value.toLowerCase()
    : undefined
}

/** The same for an element that a collection of every match holds: `names/any(n:n eq 'x')`; letters stay as sent. */
export function wantedElement(filter: Filter | undefined, property: string): string | undefined {
  if (filter?.kind === 'and')
    return wantedElement(filter.left, property) ?? wantedElement(filter.right, property)
  if (filter?.kind !== 'any' || filter.path.join('/').toLowerCase() !== property.toLowerCase())
    return undefined
  const { of } = filter
  const plain = of?.kind === 'compare' && of.operator === 'eq' && of.path.length === 0
  return plain && typeof of.value === 'string' ? of.value : undefined
}
