import { skipToken, useQuery, useQueryClient } from '@tanstack/react-query'
import type { DraftBody } from '@trustwright/shared-schemas'
import { useCloud } from '../../../components/use-cloud.ts'
import { workloadName } from './default-names.ts'
import { findSuggestions, type FoundParents } from './find-suggestions.ts'
import { wantedTrusts } from '../review/set-up-of-draft.ts'

export interface Suggestions extends FoundParents {
  readonly ready: boolean
  readonly retry: () => void
}

const nothing: FoundParents = { found: [], rows: [], isKnown: false, error: null }

/** Whom the draft's workload could sign in as, best first. `enabled`: false asks nothing, and is never ready. */
export function useSuggestions(body: DraftBody, enabled = true): Suggestions {
  const cloud = useCloud()
  const queries = useQueryClient()
  const workload = workloadName(body, cloud)
  const needed = wantedTrusts(body, cloud).length
  const found = useQuery({
    queryKey: ['wizard', 'suggestions', { workload, needed, cloud }],
    queryFn: enabled ? () => findSuggestions(queries, body, cloud) : skipToken,
    staleTime: 5000,
  })
  return {
    ...(found.data ?? nothing),
    ready: !found.isPending,
    retry: () => void found.refetch(),
  }
}
