import type { Operation } from './operation.ts'
import type { World } from './world.ts'

interface Match {
  operation: Operation
  params: Record<string, string>
}

export type FindOperation = (method: string, host: string, path: string, world: World) => Match | undefined

interface Route {
  operation: Operation
  pattern: RegExp
  names: string[]
  rank: string
}

/**
 * Compiles path templates. `{name}` stands for one segment or a part of one, `{name*}` for one or more whole
 * segments (an ARM scope). Fixed text is compared without regard to case and wins over a placeholder.
 */
export function createRouter(operations: readonly Operation[]): FindOperation {
  const routes = operations.map(compile).toSorted((a, b) => (a.rank < b.rank ? -1 : a.rank > b.rank ? 1 : 0))
  return (method, host, path, world) => {
    const find = (wanted: string) => findRoute(routes, wanted, host, path, world)
    return find(method) ?? (method === 'HEAD' ? find('GET') : undefined)
  }
}

function findRoute(
  routes: Route[],
  method: string,
  host: string,
  path: string,
  world: World,
): Match | undefined {
  const trimmed = path.length > 1 && path.endsWith('/') ? path.slice(0, -1) : path
  for (const { operation, pattern, names } of routes) {
    if (operation.method !== method) continue
    const found = pattern.exec(trimmed)
    if (!found || !answersFor(operation, host, world)) continue
    const params = names.map((name, index) => [name, decodeURIComponent(found[index + 1] ?? '')])
    return { operation, params: Object.fromEntries(params) }
  }
  return undefined
}

function answersFor(operation: Operation, host: string, world: World): boolean {
  return operation.host ? operation.host(host, world) : isOwnHost(host, world)
}

/** Another host name than the configured ones could be a web page's, rebound to the loopback address. */
function isOwnHost(host: string, world: World): boolean {
  const { httpsOrigin, browserOrigin } = world.settings
  return [
    'localhost',
    '127.0.0.1',
    '[::1]',
    new URL(httpsOrigin).hostname,
    new URL(browserOrigin).hostname,
  ].includes(host)
}

function compile(operation: Operation): Route {
  const names: string[] = []
  const pieces = operation.path.split(/(\{[^}]+\})/)
  const source = pieces.map((piece) => {
    if (!piece.startsWith('{')) return piece.replaceAll(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`)
    const many = piece.endsWith('*}')
    names.push(piece.slice(1, many ? -2 : -1))
    return many ? '(.+)' : '([^/]+)'
  })
  return { operation, names, pattern: new RegExp(`^${source.join('')}$`, 'i'), rank: rankOf(operation.path) }
}

/** Sorts fixed segments first, then `{name}`, then `{name*}`, segment by segment from the left. */
function rankOf(path: string): string {
  return path
    .split('/')
    .map((segment) => (segment.includes('*}') ? '2' : segment.includes('{') ? '1' : '0'))
    .join('')
}
