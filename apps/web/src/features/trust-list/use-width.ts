import { useLayoutEffect, useState, type RefObject } from 'react'

/** Width of an element in pixels, as it changes; that of the window until it was measured. */
export function useWidth(element: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(() => document.documentElement.clientWidth)
  useLayoutEffect(() => {
    // Of the room around it: what it holds must not decide how much it may hold.
    const around = element.current?.parentElement
    if (around === null || around === undefined) return undefined
    const read = () => setWidth(around.clientWidth)
    read()
    const observer = new ResizeObserver(read)
    observer.observe(around)
    return () => observer.disconnect()
  }, [element])
  return width
}
