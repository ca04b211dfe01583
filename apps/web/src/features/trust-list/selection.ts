/** `all`: every row that the filter shows but `keys`; otherwise only `keys`. */
export interface Selection {
  readonly all: boolean
  readonly keys: ReadonlySet<string>
}

export const nothingSelected: Selection = { all: false, keys: new Set() }

/** An address stays short enough to come back through sign-in (2,000 characters). */
export const mostPicked = 120

/** `a1,b2` picks two rows; `*` all that the filter shows; `*,-a1` all but one. */
export function readSelection(text: string | undefined): Selection {
  if (text === undefined || text === '') return nothingSelected
  const parts = text.split(',')
  const all = parts[0] === '*'
  const keys = parts.filter((part) => (all ? /^-[0-9a-z]+$/ : /^[0-9a-z]+$/).test(part))
  return { all, keys: new Set(keys.slice(0, mostPicked).map((key) => (all ? key.slice(1) : key))) }
}

export function writeSelection({ all, keys }: Selection): string | undefined {
  if (all) return ['*', ...[...keys].map((key) => `-${key}`)].join(',')
  return keys.size === 0 ? undefined : [...keys].join(',')
}

export function isSelected({ all, keys }: Selection, key: string): boolean {
  return keys.has(key) !== all
}

/** One row the other way; null when the address has no room for another pick. */
export function toggleKey(selection: Selection, key: string): Selection | null {
  const keys = new Set(selection.keys)
  if (!keys.delete(key)) keys.add(key)
  return keys.size > mostPicked ? null : { all: selection.all, keys }
}

/** Selected rows of those that are shown. */
export function selectedOf<Row extends { readonly key: string }>(
  rows: readonly Row[],
  selection: Selection,
): readonly Row[] {
  if (!selection.all && selection.keys.size === 0) return []
  return rows.filter(({ key }) => isSelected(selection, key))
}
