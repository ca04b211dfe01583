import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { PatternProbeResult, TrustParent } from '@trustwright/shared-schemas'
import { useState } from 'react'
import { patternSupportQuery, probePatternSupport } from '../../api/pattern-calls.ts'

/** What is known of the tenant, and the way to find out. */
export function usePatternSupport(parent: TrustParent | null) {
  const queries = useQueryClient()
  const known = useQuery(patternSupportQuery(parent))
  const [asking, setAsking] = useState(false)
  const [error, setError] = useState<unknown>(null)
  // What one parent's kind was told says nothing of the other's.
  const [answer, setAnswer] = useState<{ kind: TrustParent['kind']; result: PatternProbeResult } | null>(null)

  async function ask(mayStore: boolean) {
    if (parent === null || asking) return
    setAsking(true)
    setError(null)
    try {
      const result = await probePatternSupport(parent, mayStore)
      setAnswer({ kind: parent.kind, result })
      queries.setQueryData(patternSupportQuery(parent).queryKey, { support: result.support })
      void queries.invalidateQueries({ queryKey: ['listParentActivity', parent] })
    } catch (problem) {
      setError(problem)
    } finally {
      setAsking(false)
    }
  }

  const support = known.data?.support ?? null
  return {
    support,
    accepted: support?.accepted ?? null,
    /** False until the portal told what it remembers. */
    read: known.data !== undefined,
    error: error ?? known.error,
    asking,
    ask,
    answer: answer !== null && answer.kind === parent?.kind ? answer.result : null,
  }
}
export type PatternSupportState = ReturnType<typeof usePatternSupport>
