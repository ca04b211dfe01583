import type { Endpoint, Reply } from '@trustwright/shared-schemas'
import { addressOf, type Values } from './address.ts'
import { ConnectionProblem, ReplyProblem } from './api-problem.ts'
import { problemOf, readJson } from './client.ts'
import { sendThroughDoor } from './door.ts'

interface FollowInput {
  readonly params?: Values
  readonly query?: Values
  readonly body?: unknown
  /** The stream goes on behind this event. */
  readonly since?: string | null
  readonly signal: AbortSignal
}

interface Followed<E extends Endpoint> {
  readonly id: string
  readonly data: Reply<E>
}

/**
 * Reads one stream of server-sent events to its end. `EventSource` cannot send a header that proves who asks, so it is read by
 * `fetch`. https://html.spec.whatwg.org/multipage/server-sent-events.html#parsing-an-event-stream
 * Throws what `call` throws where none came; an abort passes through.
 */
export async function* followStream<E extends Endpoint>(
  endpoint: E,
  { params, query, body, since = null, signal }: FollowInput,
): AsyncGenerator<Followed<E>> {
  const response = await sendThroughDoor(addressOf(endpoint, params, query), {
    method: endpoint.method,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    headers: {
      accept: 'text/event-stream',
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(since === null ? {} : { 'last-event-id': since }),
    },
    signal,
  })
  if (!response.ok) throw problemOf(response.status, await readJson(response))
  if (response.body === null) throw new ConnectionProblem('The stream has no body')
  let rest = ''
  for await (const text of textsOf(response.body)) {
    const blocks = (rest + text).split('\n\n')
    rest = blocks.pop() ?? ''
    for (const block of blocks) {
      const event = readEvent(block)
      if (event === null) continue
      const reply = endpoint.reply.safeParse(event.data)
      if (!reply.success) throw new ReplyProblem(response.status, reply.error)
      // `reply` of E is the schema that just parsed it.
      yield { id: event.id, data: reply.data as Reply<E> }
    }
  }
}

async function* textsOf(body: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const reader = body.getReader()
  const decoder = new TextDecoder()
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      yield decoder.decode(value, { stream: true })
    }
  } finally {
    reader.releaseLock()
  }
}

/** Null for a comment, which is a sign of life. */
export function readEvent(block: string): { readonly id: string; readonly data: unknown } | null {
  let id = ''
  const data: string[] = []
  for (const line of block.split('\n')) {
    if (line.startsWith('id: ')) id = line.slice(4)
    if (line.startsWith('data: ')) data.push(line.slice(6))
  }
  return data.length === 0 ? null : { id, data: JSON.parse(data.join('\n')) as unknown }
}
