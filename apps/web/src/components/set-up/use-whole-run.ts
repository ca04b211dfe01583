import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { wholeRunQuery } from '../../api/bulk-calls.ts'
import { followRun } from './follow-run.ts'
import { useSessionLost } from '../use-session-lost.ts'
import { useWantedSignIn } from '../use-wanted-sign-in.ts'

/** A small run is also asked for now and then beside the stream, which a proxy may hold back. */
const lookEveryMs = 5000
const smallRun = 200

/** A run with all its rows, told by server-sent events while it goes on. */
export function useWholeRun(runId: string) {
  const queries = useQueryClient()
  const whole = useQuery({
    ...wholeRunQuery(runId),
    // Another tab may have resumed it.
    refetchOnWindowFocus: ({ state }) => state.data?.run.state !== 'running',
    refetchInterval: ({ state: { data } }) =>
      data?.run.state === 'running' && data.items.length <= smallRun ? lookEveryMs : false,
  })
  const isRunning = whole.data?.run.state === 'running'
  useWantedSignIn(whole.data?.run.stopReason === 'sign-in')
  const lost = useSessionLost()
  useEffect(() => {
    if (!isRunning || lost !== null) return undefined
    const controller = new AbortController()
    void followRun(queries, runId, controller.signal)
    return () => controller.abort()
  }, [isRunning, runId, queries, lost])
  return whole
}
