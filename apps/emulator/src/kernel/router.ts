import type { Operation } from './operation.ts'
import { isOwnHost } from './own-hosts.ts'
import { createRouteIndex, type Route } from './route-index.ts'
import type { World } from './world.ts'

interface Match {
  operation: Operation
  params: Record<string, string>
}

export type FindOperation = (method: string, host: string, path: string, world: World) => Match | undefined

/**
 * Compiles path templates. `{name}` stands for one segment or a part of one, `{name*}` for one or more whole
 * segments (an ARM scope). Fixed text is compared without regard to case and wins over a placeholder.
 */
export function createRouter(operations: readonly Operation[]): FindOperation {
  const candidates = createRouteIndex(operations.map(compile))
  return (method, host, path, world) => {
    const trimmed = path.length > 1 && path.endsWith('/') ? path.slice(0, -1) : path
    const find = (wanted: string) => findRoute(candidates(wanted, trimmed), host, trimmed, world)
    return find(method) ?? (method === 'HEAD' ? find('GET') : undefined)
  }
}

function findRoute(routes: readonly Route[], host: string, path: string, world: World): Match | undefined {
  for (const { operation, pattern, names } of routes) {
    const found = pattern.exec(path)
    if (!found || !answersFor(operation, host, world)) continue
    const params = names.map((name, index) => [name, decodeURIComponent(found[index + 1] ?? '')])
    return { operation, params: Object.fromEntries(params) }
  }
  return undefined
}

function answersFor(operation: Operation, host: string, world: World): boolean {
  return operation.host ? operation.host(host, world) : isOwnHost(host, world)
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
  return { operation, names, pattern: new RegExp(`^${source.join('')}$`, 'i') }
}
