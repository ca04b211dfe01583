import type { FastifyRequest } from 'fastify'

/** True for what a browser sends when a person opens an address; false for scripts, pictures and the like. */
export function asksForPage(request: FastifyRequest): boolean {
  return !hasExtension(pathOf(request)) && request.headers.accept?.includes('text/html') === true
}

export function pathOf(request: FastifyRequest): string {
  return request.url.split('?')[0] ?? ''
}

function hasExtension(path: string): boolean {
  return /\.[^/]*$/.test(path)
}
