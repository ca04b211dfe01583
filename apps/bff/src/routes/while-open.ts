import type { FastifyReply } from 'fastify'

/** Aborts when the browser leaves or the answer is through, and with `stop`. */
export function whileOpen(reply: FastifyReply, stop: AbortSignal): AbortSignal {
  const closed = new AbortController()
  reply.raw.once('close', () => closed.abort())
  return AbortSignal.any([closed.signal, stop])
}
