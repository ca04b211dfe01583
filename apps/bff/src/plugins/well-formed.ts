import type { FastifyInstance } from 'fastify'
import { PortalError } from '../errors.ts'

/**
 * Refuses bodies with half a character (a lone surrogate, which JSON can write and UTF-8 cannot): neither Azure nor
 * PostgreSQL could store what was sent. https://www.rfc-editor.org/rfc/rfc8259#section-8.2
 */
export function registerWellFormed(app: FastifyInstance): void {
  app.addHook('preValidation', async (request) => {
    if (isWellFormed(request.body)) return
    throw new PortalError('INPUT_REFUSED', {
      detail: 'A value holds half a character, which cannot be stored, so nothing was done.',
      nextStep: 'Type the value anew.',
    })
  })
}

function isWellFormed(value: unknown): boolean {
  // The body's size bounds the work; an explicit stack bears any depth.
  const left = [value]
  while (left.length > 0) {
    const next = left.pop()
    if (typeof next === 'string' && !next.isWellFormed()) return false
    if (typeof next === 'object' && next !== null) for (const part of Object.values(next)) left.push(part)
  }
  return true
}
