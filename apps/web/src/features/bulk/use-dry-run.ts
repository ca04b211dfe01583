import { useMutation } from '@tanstack/react-query'
import type { SetUpDryRun, SetUpItem } from '@trustwright/shared-schemas'
import { useEffect, useMemo, useRef, useState } from 'react'
import { dryRunRows, startRows } from '../../api/bulk-calls.ts'
import { dryRunWhole } from './dry-run-whole.ts'

/** What Azure answered for exactly these rows; null before it was asked, and again after any change. */
export function useDryRun(items: readonly SetUpItem[], onStarted: (runId: string) => void) {
  const [answer, setAnswer] = useState<{ of: string; seen: SetUpDryRun } | null>(null)
  const [reading, setReading] = useState<{ read: number; all: number } | null>(null)
  // Rows that are read again, such as after GitHub answered, may come out the same.
  const wanted = useMemo(() => JSON.stringify(items), [items])
  const latest = useRef<string | null>(wanted)
  useEffect(() => {
    latest.current = wanted
    return () => {
      latest.current = null
    }
  }, [wanted])
  const look = useMutation({
    mutationFn: async () => {
      const seen = await dryRunWhole({
        ask: () => dryRunRows(items),
        tell: (read, all) => setReading({ read, all }),
        isWanted: () => latest.current === wanted,
      })
      return { of: wanted, seen }
    },
    onSuccess: setAnswer,
    onSettled: () => setReading(null),
  })
  const start = useMutation({
    mutationFn: () => startRows(items),
    onSuccess: ({ runId }) => onStarted(runId),
  })
  return { seen: answer?.of === wanted ? answer.seen : null, reading, look, start }
}
