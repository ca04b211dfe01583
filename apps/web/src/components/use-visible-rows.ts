import { useWindowVirtualizer } from '@tanstack/react-virtual'
import { useCallback, useLayoutEffect, useState, type RefObject } from 'react'

interface VisibleRows {
  readonly items: readonly { readonly index: number; readonly key: string; readonly start: number }[]
  /** Pixels of everything above and below the drawn rows, and of all together. */
  readonly before: number
  readonly after: number
  readonly total: number
  /** Goes on every drawn row, with `data-index`. */
  readonly measure: (element: Element | null) => void
}

/** Which rows of a long list are in sight while the page scrolls. Rows are measured, so they may wrap. */
export function useVisibleRows(
  list: RefObject<HTMLElement | null>,
  keys: readonly { readonly key: string }[],
  estimatedHeight: number,
): VisibleRows {
  const offset = useOffset(list)
  // With another function each time, all rows would be measured anew on every draw.
  const getItemKey = useCallback((index: number) => keys[index]?.key ?? String(index), [keys])
  const estimateSize = useCallback(() => estimatedHeight, [estimatedHeight])
  // oxlint-disable-next-line react/incompatible-library -- the compiler is not used, and nothing here is memoized
  const virtual = useWindowVirtualizer({
    count: keys.length,
    estimateSize,
    overscan: 8,
    scrollMargin: offset,
    getItemKey,
  })
  const items = virtual.getVirtualItems()
  const total = virtual.getTotalSize()
  const first = items[0]
  const last = items.at(-1)
  return {
    items: items.map(({ index, key, start }) => ({ index, key: String(key), start: start - offset })),
    before: first === undefined ? 0 : Math.max(0, first.start - offset),
    after: last === undefined ? 0 : Math.max(0, total - (last.end - offset)),
    total,
    measure: virtual.measureElement,
  }
}

/** Where the list begins in the page; notices above it come and go. */
function useOffset(list: RefObject<HTMLElement | null>): number {
  const [offset, setOffset] = useState(0)
  useLayoutEffect(() => {
    const read = () =>
      setOffset(Math.round((list.current?.getBoundingClientRect().top ?? 0) + window.scrollY))
    read()
    const observer = new ResizeObserver(read)
    observer.observe(document.body)
    for (const sibling of list.current?.parentElement?.children ?? []) observer.observe(sibling)
    return () => observer.disconnect()
  }, [list])
  return offset
}
