import { queryOptions } from '@tanstack/react-query'
import {
  setUpEndpoints,
  type SetUpDryRun,
  type SetUpItem,
  type SetUpItemProgress,
  type SetUpRun,
} from '@trustwright/shared-schemas'
import { call } from './client.ts'

const pageSize = 1000

/** A run with every row of it. */
export interface WholeRun {
  readonly run: SetUpRun
  readonly items: readonly SetUpItemProgress[]
}

/** What a run of these rows would make. Nothing is written. */
export function dryRunRows(items: readonly SetUpItem[]): Promise<SetUpDryRun> {
  return call(setUpEndpoints.dryRunSetUp, { body: { items: [...items], skipRefused: true } })
}

/** Rows that the portal refuses are left out, as its dry run told. */
export function startRows(items: readonly SetUpItem[]): Promise<SetUpRun> {
  return call(setUpEndpoints.startSetUp, { body: { items: [...items], skipRefused: true } })
}

export const wholeRunQuery = (runId: string) =>
  queryOptions({
    queryKey: ['wholeSetUp', runId],
    queryFn: async ({ signal }): Promise<WholeRun> => {
      const items: SetUpItemProgress[] = []
      let run: SetUpRun | null = null
      for (let after = 0; ;) {
        const query = { after, limit: pageSize, only: 'all' } as const
        const page = await call(setUpEndpoints.readSetUp, { params: { runId }, query, signal })
        items.push(...page.items)
        // The events go on behind the first page: what changed while the others were read comes again.
        run ??= page.run
        if (page.items.length < pageSize) return { run, items }
        after = page.nextAfter
      }
    },
    staleTime: 0,
  })

/** `failed`: only what failed, and what was not tried because of it. */
export function resumeRows(runId: string, only: 'left' | 'failed'): Promise<SetUpRun> {
  return call(setUpEndpoints.resumeSetUp, { params: { runId }, body: { only } })
}

export const ownRunsQuery = queryOptions({
  queryKey: ['listSetUps'],
  queryFn: ({ signal }) => call(setUpEndpoints.listSetUps, { signal }),
  staleTime: 0,
})
