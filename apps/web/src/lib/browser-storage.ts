/**
 * The browser's storage. Where it is forbidden, one that lives as long as the page; where it is full, what does not fit
 * is held there too, so that a choice still counts.
 * https://html.spec.whatwg.org/multipage/webstorage.html#dom-sessionstorage
 */
export function heldStorage(open: () => Storage | undefined): Storage {
  const held = new Map<string, string>()
  const kept = opened(open)
  const keys = () => [...new Set([...keysOf(kept), ...held.keys()])]
  return {
    get length() {
      return keys().length
    },
    key: (index) => keys()[index] ?? null,
    getItem: (key) => held.get(key) ?? kept?.getItem(key) ?? null,
    removeItem(key) {
      held.delete(key)
      kept?.removeItem(key)
    },
    setItem(key, value) {
      held.delete(key)
      if (kept === null || !fits(kept, key, value)) held.set(key, value)
    },
    clear() {
      held.clear()
      kept?.clear()
    },
  }
}

function opened(open: () => Storage | undefined): Storage | null {
  try {
    return open() ?? null
  } catch {
    // The person's own setting: everything works, and is forgotten with the page.
    return null
  }
}

function fits(storage: Storage, key: string, value: string): boolean {
  try {
    storage.setItem(key, value)
    return true
  } catch {
    // The older value would win over the newer one after a reload.
    storage.removeItem(key)
    return false
  }
}

function keysOf(storage: Storage | null): readonly string[] {
  return Array.from({ length: storage?.length ?? 0 }, (_, index) => storage?.key(index) ?? '')
}

/** Of this tab, over reloads. */
export const tabStorage = heldStorage(() => globalThis.sessionStorage)

/** Of this browser. */
export const browserStorage = heldStorage(() => globalThis.localStorage)
