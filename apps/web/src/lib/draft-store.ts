const prefix = 'trustwright.draft:'
const neverKept = /token|assertion|secret|password/i

export type DraftStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>

/** Drafts belong to one person and one page. */
export function draftKey(person: string, page: string): string {
  return `${prefix}${person}:${page}`
}

/** Keeps what was typed. A field that could hold a credential is left out by its name, at any depth. */
export function keepDraft(storage: DraftStorage, key: string, values: unknown): void {
  const text = JSON.stringify(values, (name, value: unknown) => (neverKept.test(name) ? undefined : value))
  try {
    storage.setItem(key, text)
  } catch {
    // Storage may be full or switched off; a draft is a courtesy and its loss must not stop the form.
    storage.removeItem(key)
  }
}

/** What was kept; null when there is nothing, or nothing that can be read. */
export function readDraft(storage: DraftStorage, key: string): Record<string, unknown> | null {
  const text = storage.getItem(key)
  if (text === null) return null
  try {
    const value: unknown = JSON.parse(text)
    return isRecord(value) ? value : null
  } catch {
    storage.removeItem(key)
    return null
  }
}

/** What was kept over what the form starts with: parts that are newer than the draft stay. */
export function mergeDraft<Values extends object>(
  start: Values,
  kept: Readonly<Record<string, unknown>>,
): Values {
  const merged: Record<string, unknown> = Object.fromEntries(Object.entries(start))
  for (const [key, value] of Object.entries(kept)) {
    const before = merged[key]
    merged[key] = isRecord(before) && isRecord(value) ? mergeDraft(before, value) : value
  }
  // Keys are those of the start, or of an earlier form on the same page.
  return merged as Values
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function clearDraft(storage: DraftStorage, key: string): void {
  storage.removeItem(key)
}

/** For signing out: nobody who comes after sees what was typed. */
export function clearAllDrafts(storage: DraftStorage): void {
  const keys = Array.from({ length: storage.length }, (_, index) => storage.key(index))
  for (const key of keys) if (key?.startsWith(prefix) === true) storage.removeItem(key)
}
