import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { fixEndpoints } from '@trustwright/shared-schemas'
import { call } from './client.ts'
import type { WhoseFindings } from './finding-queries.ts'

export const fixesKey = ['fixes'] as const

/** What fixing the findings would change. Nothing is written. */
export const fixPlanQuery = (of: WhoseFindings, hashes: readonly string[]) =>
  queryOptions({
    queryKey: [...fixesKey, 'plan', of, hashes],
    queryFn: ({ signal }) => call(fixEndpoints.dryRunFixes, { body: { of, hashes: [...hashes] }, signal }),
    staleTime: 0,
    gcTime: 0,
  })

const itemsAtOnce = 100

/** Which changes of a run; `open` are those that are neither made nor were so already. */
export type FixItems = 'all' | 'open'

/** One run, its changes page by page; read again while it goes on. */
export const fixRunQuery = (runId: string, items: FixItems) =>
  infiniteQueryOptions({
    queryKey: [...fixesKey, 'run', runId, items],
    initialPageParam: 0,
    queryFn: ({ pageParam, signal }) =>
      call(fixEndpoints.readFixes, {
        params: { runId },
        query: { items, after: pageParam, limit: itemsAtOnce },
        signal,
      }),
    getNextPageParam: (page) => page.nextAfter ?? undefined,
    refetchInterval: ({ state }) => (state.data?.pages[0]?.run.state === 'running' ? 2000 : false),
  })

export const fixRunsQuery = queryOptions({
  queryKey: [...fixesKey, 'runs'],
  queryFn: ({ signal }) => call(fixEndpoints.listFixes, { signal }),
  staleTime: 0,
})

export interface WantedFixes {
  readonly of: WhoseFindings
  readonly hashes: readonly string[]
  /** Of the plan that the person saw. */
  readonly digest: string
}

export const startFixes = ({ of, hashes, digest }: WantedFixes) =>
  call(fixEndpoints.startFixes, { body: { of, hashes: [...hashes], digest } })

export const stopFixes = (runId: string) => call(fixEndpoints.stopFixes, { params: { runId } })

export const resumeFixes = ({ runId, only }: { readonly runId: string; readonly only: 'left' | 'failed' }) =>
  call(fixEndpoints.resumeFixes, { params: { runId }, body: { only } })
