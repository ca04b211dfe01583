import type { Operation } from './operation.ts'

export interface Route {
  operation: Operation
  pattern: RegExp
  names: string[]
}

/** Longer paths are looked up without being remembered. */
const mostSegments = 40

/**
 * Gives the routes that a request may mean, best first: of its method, with as many segments, and with its first
 * segment, where that is fixed text. Looked up once for each such kind of request.
 */
export function createRouteIndex(
  routes: readonly Route[],
): (method: string, path: string) => readonly Route[] {
  const shapes = routes
    .map((route) => ({ route, ...shapeOf(route.operation) }))
    .toSorted((a, b) => (a.rank < b.rank ? -1 : a.rank > b.rank ? 1 : 0))
  const firstSegments = new Set(shapes.map(({ first }) => first))
  const remembered = new Map<string, readonly Route[]>()
  return (method, path) => {
    const segments = path.split('/')
    const name = (segments[1] ?? '').toLowerCase()
    const first = firstSegments.has(name) ? name : undefined
    const key = `${method} ${segments.length} ${first ?? '*'}`
    const known = remembered.get(key)
    if (known) return known
    const found = shapes
      .filter(
        (shape) =>
          shape.method === method &&
          (shape.many ? shape.count <= segments.length : shape.count === segments.length) &&
          (shape.first === undefined || shape.first === first),
      )
      .map(({ route }) => route)
    if (segments.length <= mostSegments) remembered.set(key, found)
    return found
  }
}

function shapeOf({ method, path }: Operation) {
  const segments = path.split('/')
  const [, first = ''] = segments
  return {
    method: method as string,
    count: segments.length,
    many: path.includes('*}'),
    first: first.includes('{') ? undefined : first.toLowerCase(),
    rank: rankOf(segments),
  }
}

/** Sorts fixed segments first, then `{name}`, then `{name*}`, segment by segment from the left. */
function rankOf(segments: readonly string[]): string {
  return segments
    .map((segment) => (segment.includes('*}') ? '2' : segment.includes('{') ? '1' : '0'))
    .join('')
}
