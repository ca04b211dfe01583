import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import {
  findingGroupsQuery,
  findingsKey,
  judgeFindings,
  type WhoseFindings,
} from '../../api/finding-queries.ts'
import { announce } from '../../components/announcer.tsx'
import { isAwaited } from '../../components/findings/judged.ts'
import { useReading } from '../../components/inventory/use-reading.ts'

const lookEveryMs = 1000

/** The counts by rule, with the reading and the judgement before them followed to their ends. */
export function useJudged(of: WhoseFindings) {
  const queries = useQueryClient()
  const reading = useReading(of)
  const { scan } = reading
  // What was there when somebody asked for another judgement: it has come once there is another.
  const asked = useRef<string | null>(null)
  const groups = useQuery({
    ...findingGroupsQuery(of),
    refetchInterval: ({ state: { data, error } }) => {
      if (error !== null || data === undefined) return false
      const isWanted = asked.current === (data.run?.startedAt ?? '')
      return isWanted || isAwaited(data.run, scan) ? lookEveryMs : false
    },
  })
  const run = groups.data?.run ?? null
  const judge = useMutation({
    mutationFn: () => judgeFindings(of),
    onSuccess: () => {
      asked.current = run?.startedAt ?? ''
      announce('Judging again')
      return groups.refetch()
    },
  })
  const ended = run?.state === 'finished' ? `${of} ${run.startedAt}` : null
  const shown = useRef(ended)
  useEffect(() => {
    if (ended === null || ended === shown.current) return
    const isLater = shown.current !== null
    shown.current = ended
    if (isLater) void queries.invalidateQueries({ queryKey: [...findingsKey, 'list'] })
  }, [ended, queries])
  return { groups, reading, judge }
}

export type Judged = ReturnType<typeof useJudged>
