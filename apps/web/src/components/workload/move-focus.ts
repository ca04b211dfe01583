import type { KeyboardEvent } from 'react'

/** Where the arrow keys lead from place `at` of `count`; null for any other key. `-1` is before the first. */
export function nextPlace(key: string, at: number, count: number): number | null {
  if (key === 'ArrowDown' || key === 'ArrowRight') return Math.min(at + 1, count - 1)
  if (key === 'ArrowUp' || key === 'ArrowLeft') return at - 1
  if (key === 'Home') return 0
  return key === 'End' ? count - 1 : null
}

/** Moves among the buttons of a list by arrow keys; `before` takes the focus that leaves at the top. */
export function moveFocus(event: KeyboardEvent<HTMLElement>, before: HTMLElement | null): void {
  const buttons = [...event.currentTarget.querySelectorAll<HTMLButtonElement>('button')]
  const at = buttons.findIndex((button) => button === document.activeElement)
  const next = nextPlace(event.key, at, buttons.length)
  if (next === null) return
  event.preventDefault()
  if (next < 0) before?.focus()
  else buttons[next]?.focus()
}
