import { useQueries, useQuery } from '@tanstack/react-query'
import { wholeRunQuery } from '../../../api/bulk-calls.ts'
import { trustQuery } from '../../../api/trust-queries.ts'
import { storedTrusts } from './run-words.ts'

/** Whether every trust of the run was seen working, as far as the open step has read it: nothing is asked for this. */
export function useAllSeen(runId: string | null): boolean {
  const run = useQuery({ ...wholeRunQuery(runId ?? ''), enabled: false })
  const trusts = useQueries({
    queries: storedTrusts(run.data?.items ?? []).map((key) => ({ ...trustQuery(key), enabled: false })),
  })
  return trusts.length > 0 && trusts.every(({ data }) => data !== undefined && data.seen !== null)
}
