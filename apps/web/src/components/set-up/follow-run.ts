import type { QueryClient } from '@tanstack/react-query'
import { setUpEndpoints } from '@trustwright/shared-schemas'
import { wholeRunQuery } from '../../api/bulk-calls.ts'
import { followStreams } from '../../api/follow-streams.ts'
import { mergeEvent } from './merge-event.ts'

/** Between two streams, and between two looks where streams do not come through. */
const pauseBetweenMs = 3000

/**
 * Brings a run that was read up to date, one stream after the other: each ends after some minutes, or with the connection, and
 * the next goes on behind the last event. Ends with the signal, or with the person's session.
 */
export function followRun(
  queries: QueryClient,
  runId: string,
  signal: AbortSignal,
  pauseMs = pauseBetweenMs,
): Promise<void> {
  const query = wholeRunQuery(runId)
  const change = () => queries.getQueryData(query.queryKey)?.run.change
  let since: number | undefined
  return followStreams({
    endpoint: setUpEndpoints.followSetUp,
    input: () => {
      since = change()
      return { params: { runId }, since: since === undefined ? null : String(since), signal }
    },
    take: (event) => {
      queries.setQueryData(query.queryKey, (known) =>
        known === undefined ? known : mergeEvent(known, event),
      )
      return false
    },
    between: async () => {
      // Why a stream broke is told by this, which goes through the portal's one client.
      if (change() === since) await queries.prefetchQuery({ ...query, staleTime: 0 })
    },
    signal,
    pauseMs,
  })
}
