import { useRouterState } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { announce } from './announcer.tsx'

/**
 * After a change of page: says its title and moves focus to its h1. A change of the query alone (a tab, a filter, a
 * selection) and the first page leave focus where it is.
 */
export function useRouteAnnouncer(): void {
  const path = useRouterState({ select: ({ resolvedLocation }) => resolvedLocation?.pathname })
  const before = useRef<string | undefined>(undefined)
  useEffect(() => {
    const isFirst = before.current === undefined
    const isSame = before.current === path
    before.current = path
    if (isFirst || isSame) return undefined
    return whenHeadingIsThere((heading) => {
      announce(document.title)
      heading.focus({ preventScroll: true })
    })
  }, [path])
}

/** A page that loads lazily draws its heading a moment after the address changed. */
function whenHeadingIsThere(then: (heading: HTMLElement) => void): () => void {
  let frames = 0
  let request = requestAnimationFrame(function look() {
    const heading = document.querySelector<HTMLElement>('main h1')
    frames += 1
    if (heading !== null) then(heading)
    else if (frames < 120) request = requestAnimationFrame(look)
  })
  return () => cancelAnimationFrame(request)
}
