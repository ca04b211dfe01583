import type { Endpoint, Reply } from '@trustwright/shared-schemas'
import { followStream } from './event-stream.ts'
import { readSessionLost } from './session-lost.ts'

type FollowInput = Parameters<typeof followStream>[1]

interface Streams<E extends Endpoint> {
  readonly endpoint: E
  /** Of the next stream; `since` may have moved on. */
  readonly input: () => FollowInput
  /** True: that was the last one wanted. */
  readonly take: (data: Reply<E>) => boolean
  /** Why a stream broke. True: there will be no other. Left out: the page's own look tells why. */
  readonly onBroken?: (error: unknown) => boolean
  /** After the pause behind a stream, before the next one. */
  readonly between?: () => Promise<void>
  readonly signal: AbortSignal
  readonly pauseMs: number
}

/**
 * One stream of server-sent events after the other: each ends after some minutes, or with the connection, as where the portal
 * starts anew. Ends with the last one wanted, the signal, or the person's session.
 */
export async function followStreams<E extends Endpoint>(streams: Streams<E>): Promise<void> {
  const { endpoint, input, take, onBroken, between, signal, pauseMs } = streams
  while (!signal.aborted && readSessionLost() === null) {
    try {
      for await (const { data } of followStream(endpoint, input())) if (take(data)) return
    } catch (error) {
      if (onBroken?.(error) === true) return
    }
    await pause(pauseMs, signal)
    if (!signal.aborted) await between?.()
  }
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms)
    signal.addEventListener(
      'abort',
      () => {
        clearTimeout(timer)
        resolve()
      },
      { once: true },
    )
  })
}
