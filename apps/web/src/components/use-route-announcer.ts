import { useRouterState } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { announce } from './announcer.tsx'

/**
 * After a change of page, or of who is signed in: says the title and moves focus to the h1. A change of the query alone (a tab, a
 * filter, a selection) and the first page leave focus where it is. `person`: null where nobody is signed in, undefined while
 * that is not known.
 */
export function useRouteAnnouncer(person: string | null | undefined): void {
  const path = useRouterState({ select: ({ resolvedLocation }) => resolvedLocation?.pathname })
  const before = useRef<{ readonly path?: string | undefined; readonly person?: typeof person }>({})
  useEffect(() => {
    const last = before.current
    before.current = { path, person: person === undefined ? last.person : person }
    const isOtherPage = last.path !== undefined && last.path !== path
    // In a frame nothing is loaded anew by signing in or out, and the button that did it is gone.
    const isOtherPerson = last.person !== undefined && person !== undefined && last.person !== person
    if (!isOtherPage && !isOtherPerson) return undefined
    return whenHeadingIsThere((heading) => {
      announce(document.title)
      heading.focus({ preventScroll: true })
    })
  }, [path, person])
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
