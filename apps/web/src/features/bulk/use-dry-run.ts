import { useMutation } from '@tanstack/react-query'
import type { SetUpDryRun, SetUpItem } from '@trustwright/shared-schemas'
import { useMemo, useState } from 'react'
import { dryRunRows, startRows } from '../../api/bulk-calls.ts'

/** What Azure answered for exactly these rows; null before it was asked, and again after any change. */
export function useDryRun(items: readonly SetUpItem[], onStarted: (runId: string) => void) {
  const [answer, setAnswer] = useState<{ of: string; seen: SetUpDryRun } | null>(null)
  // Rows that are read again, such as after GitHub answered, may come out the same.
  const wanted = useMemo(() => JSON.stringify(items), [items])
  const look = useMutation({
    mutationFn: async () => ({ of: wanted, seen: await dryRunRows(items) }),
    onSuccess: setAnswer,
  })
  const start = useMutation({
    mutationFn: () => startRows(items),
    onSuccess: ({ runId }) => onStarted(runId),
  })
  return { seen: answer?.of === wanted ? answer.seen : null, look, start }
}
