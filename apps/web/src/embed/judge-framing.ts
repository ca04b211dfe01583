/** How the page stands in the browser. `host`: the framing page's origin; null where the browser does not tell it. */
export type Framing =
  | { readonly kind: 'framed'; readonly host: string | null }
  | { readonly kind: 'alone' | 'nested' | 'other-host' }

interface Place {
  readonly isTop: boolean
  readonly isBelowTop: boolean
  /** From the framing page outwards; null in browsers without `ancestorOrigins`. */
  readonly ancestors: readonly string[] | null
}

/**
 * The page works directly under an allowed host alone. `frame-ancestors` keeps foreign pages out already; this also
 * refuses a host that is itself in a frame, where nobody can tell whose page asks for the sign-in.
 */
export function judgeFraming({ isTop, isBelowTop, ancestors }: Place, hosts: readonly string[]): Framing {
  if (isTop) return { kind: 'alone' }
  if (!isBelowTop || (ancestors !== null && ancestors.length > 1)) return { kind: 'nested' }
  const [only = null] = hosts.length === 1 ? hosts : []
  const host = ancestors === null ? only : (ancestors[0] ?? null)
  if (host !== null && !hosts.includes(host)) return { kind: 'other-host' }
  return { kind: 'framed', host }
}

export function placeOf(page: Window): Place {
  // Not in Firefox: https://developer.mozilla.org/docs/Web/API/Location/ancestorOrigins
  const ancestors = (page.location as Partial<Location>).ancestorOrigins
  return {
    isTop: page.parent === page,
    isBelowTop: page.parent === page.top,
    ancestors: ancestors === undefined ? null : [...ancestors],
  }
}
