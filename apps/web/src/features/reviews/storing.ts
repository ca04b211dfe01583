import { skipToken, useQuery, type QueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'

const storingKey = (reviewId: string) => ['storingDecisions', reviewId] as const

/** A decision of this page left for the portal (1), or its end is known (-1). */
export function countStoring(queries: QueryClient, reviewId: string, by: 1 | -1): void {
  queries.setQueryData<number>(storingKey(reviewId), (before = 0) => before + by)
}

export function readStoring(queries: QueryClient, reviewId: string): number {
  return queries.getQueryData<number>(storingKey(reviewId)) ?? 0
}

/** Decisions of this page that the portal has not stored yet; while there are some the browser asks before it leaves the page. */
export function useStoring(reviewId: string): number {
  const { data: storing = 0 } = useQuery<number>({ queryKey: storingKey(reviewId), queryFn: skipToken })
  const isStoring = storing > 0
  useEffect(() => {
    if (!isStoring) return undefined
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [isStoring])
  return storing
}
