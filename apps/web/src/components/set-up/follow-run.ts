import type { QueryClient } from '@tanstack/react-query'
import { endpoints } from '@trustwright/shared-schemas'
import { wholeRunQuery } from '../../api/bulk-calls.ts'
import { followStream } from '../../api/event-stream.ts'
import { readSessionLost } from '../../api/session-lost.ts'
import { mergeEvent } from './merge-event.ts'

/** Between two streams, and between two looks where streams do not come through. */
const pauseMs = 3000

/**
 * Brings a run that was read up to date, one stream after the other: each ends after some minutes, or with the connection, and
 * the next goes on behind the last event. Ends with the signal, or with the person's session.
 */
export async function followRun(
  queries: QueryClient,
  runId: string,
  signal: AbortSignal,
  betweenMs = pauseMs,
): Promise<void> {
  const query = wholeRunQuery(runId)
  const change = () => queries.getQueryData(query.queryKey)?.run.change
  while (!signal.aborted && readSessionLost() === null) {
    const since = change()
    try {
      const events = followStream(endpoints.followSetUp, {
        params: { runId },
        since: since === undefined ? null : String(since),
        signal,
      })
      for await (const { data } of events) {
        queries.setQueryData(query.queryKey, (known) =>
          known === undefined ? known : mergeEvent(known, data),
        )
      }
    } catch {
      // Why it broke is told by the read below, which goes through the portal's one client.
    }
    await pause(betweenMs, signal)
    if (!signal.aborted && change() === since) await queries.prefetchQuery({ ...query, staleTime: 0 })
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
