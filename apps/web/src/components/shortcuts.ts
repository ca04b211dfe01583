import { useEffect, useRef, useSyncExternalStore } from 'react'
import { browserStorage } from '../lib/browser-storage.ts'

/** One key, or two in a row: `?`, `/`, `g t`. */
export interface Shortcut {
  readonly keys: string
  readonly label: string
}

interface Registered extends Shortcut {
  readonly run: () => void
}

const storageKey = 'trustwright.single-keys'
const sequenceMs = 1200

let registered: readonly Registered[] = []
const listeners = new Set<() => void>()

function changed(next: readonly Registered[]): void {
  registered = next
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Makes keys work while the component is on the page, and lists them under `?`. */
export function useShortcut(keys: string, label: string, run: () => void): void {
  const latest = useRef(run)
  useEffect(() => {
    latest.current = run
  })
  useEffect(() => {
    const entry: Registered = { keys, label, run: () => latest.current() }
    changed([...registered, entry])
    return () => changed(registered.filter((other) => other !== entry))
  }, [keys, label])
}

/** The keys that work on the present page. */
export function useShortcutList(): readonly Shortcut[] {
  return useSyncExternalStore(subscribe, () => registered)
}

/** WCAG 2.1.4: single keys can be turned off. */
export function areShortcutsOn(): boolean {
  return browserStorage.getItem(storageKey) !== 'off'
}

export function turnShortcuts(on: boolean): void {
  if (on) browserStorage.removeItem(storageKey)
  else browserStorage.setItem(storageKey, 'off')
}

/** Listens for the whole application. Keys typed into a field, with a modifier or under a dialog stay untouched. */
export function useShortcutKeys(): void {
  useEffect(() => {
    let before = ''
    let beforeAt = 0
    function onKeyDown(event: KeyboardEvent) {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target))
        return
      if (!areShortcutsOn() || document.querySelector('dialog[open]') !== null) return
      const now = event.timeStamp
      const sequence = now - beforeAt < sequenceMs ? `${before} ${event.key}` : ''
      const hit =
        registered.findLast(({ keys }) => keys === sequence) ??
        registered.findLast(({ keys }) => keys === event.key)
      before = hit === undefined ? event.key : ''
      beforeAt = now
      if (hit === undefined) return
      event.preventDefault()
      hit.run()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [])
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (
    target.isContentEditable ||
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement
  )
    return true
  return target instanceof HTMLInputElement && !['checkbox', 'radio', 'button'].includes(target.type)
}
