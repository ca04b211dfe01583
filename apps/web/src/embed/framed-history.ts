import { createBrowserHistory, type RouterHistory } from '@tanstack/react-router'

const prefix = '/embed'

type State = RouterHistory['location']['state']

/** Every page keeps its own path; only the address in the frame begins with the prefix of the embedded entry. */
export function framedHistory(): RouterHistory {
  return createBrowserHistory({
    createHref: (path) => `${prefix}${path}`,
    parseLocation() {
      const { search, hash } = globalThis.location
      const pathname = innerPath(globalThis.location.pathname)
      const location = { href: `${pathname}${search}${hash}`, pathname, search, hash }
      // The history writes its state before it asks for the first time.
      return { ...location, state: globalThis.history.state as State }
    },
  })
}

/** The same page outside a frame. */
export function innerPath(pathname: string): string {
  return pathname.startsWith(`${prefix}/`) ? pathname.slice(prefix.length) : '/'
}
