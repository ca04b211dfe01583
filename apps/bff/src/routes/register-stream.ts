import { Readable } from 'node:stream'
import type { Endpoint } from '@trustwright/shared-schemas'
import type { FastifyInstance } from 'fastify'
import type * as z from 'zod'
import { inputOf, routeOf, type EndpointInput } from './register-endpoint.ts'

/** One server-sent event. https://html.spec.whatwg.org/multipage/server-sent-events.html */
export interface StreamEvent<T> {
  readonly id: number
  readonly data: T
}

/** Events in their order; null is a sign of life in between. It is read only as fast as the browser takes it. */
export type EventStream<T> = AsyncIterable<StreamEvent<T> | null>

/** Serves one endpoint whose answer is a stream. Each event's data is parsed by the endpoint's `reply`. */
export function registerStream<E extends Endpoint>(
  app: FastifyInstance,
  definition: E,
  /** Throws what is to be refused before the stream begins. */
  handler: (input: EndpointInput<E>) => Promise<EventStream<z.input<E['reply']>>>,
): void {
  app.route({
    ...routeOf(definition),
    handler: async (request, reply) => {
      const events = await handler(inputOf(definition, request, reply))
      return reply
        .status(definition.status)
        .type('text/event-stream; charset=utf-8')
        .header('x-accel-buffering', 'no')
        .send(Readable.from(asText(definition, events), { objectMode: false, highWaterMark: 64 * 1024 }))
    },
  })
}

async function* asText(definition: Endpoint, events: EventStream<unknown>): AsyncGenerator<string> {
  for await (const event of events) {
    yield event === null
      ? ': here\n\n'
      : `id: ${event.id}\ndata: ${JSON.stringify(definition.reply.parse(event.data))}\n\n`
  }
}
