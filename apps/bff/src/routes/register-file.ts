import { Readable } from 'node:stream'
import type { Endpoint } from '@trustwright/shared-schemas'
import type { FastifyInstance } from 'fastify'
import { inputOf, routeOf, type EndpointInput } from './register-endpoint.ts'

/** A file that an endpoint answers with. */
export interface FileAnswer {
  readonly name: string
  /** Media type without parameters; the text is UTF-8. */
  readonly type: string
  readonly chunks: AsyncIterable<string>
}

/** Serves one endpoint whose answer is a file, chunk by chunk. What is refused is an error like any other. */
export function registerFile<E extends Endpoint & { readonly file: true }>(
  app: FastifyInstance,
  definition: E,
  handler: (input: EndpointInput<E>) => Promise<FileAnswer>,
): void {
  app.route({
    ...routeOf(definition),
    handler: async (request, reply) => {
      const { name, type, chunks } = await handler(inputOf(definition, request, reply))
      return await reply
        .header('content-type', `${type}; charset=utf-8`)
        .header('content-disposition', `attachment; filename="${name}"`)
        .send(Readable.from(chunks, { objectMode: false, highWaterMark: 64 * 1024 }))
    },
  })
}
