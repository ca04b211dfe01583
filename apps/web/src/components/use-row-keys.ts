import { useRef } from 'react'
import { useShortcut } from './shortcuts.ts'

/**
 * Moves the focus through rows by `j` and `k`; every row is `[data-row]`, and holds the control that takes it. Of a long list
 * only the rows in sight are there: each names itself by the value of `data-row`.
 */
export function useRowKeys(what: string) {
  const list = useRef<HTMLUListElement>(null)
  const rows = () => [...(list.current?.querySelectorAll<HTMLElement>('[data-row]') ?? [])]
  const at = () => rows().findIndex((row) => row.contains(document.activeElement))
  const move = (by: number) => {
    const all = rows()
    const next = all[Math.min(all.length - 1, Math.max(0, at() + by))]
    next?.focus()
    next?.scrollIntoView({ block: 'nearest' })
  }
  useShortcut('j', `Next ${what}`, () => move(1))
  useShortcut('k', `Previous ${what}`, () => move(at() === -1 ? 1 : -1))
  /** Index of the row with the focus; -1 for none. */
  /** Name of the row with the focus. */
  const current = () => rows()[at()]?.dataset.row
  return { list, at, current }
}
