import { queryOptions } from '@tanstack/react-query'
import { setUpEndpoints, type SetUpItem, type SetUpRun } from '@trustwright/shared-schemas'
import { call } from './client.ts'

/** What a run would make, find there already, or be refused. What an earlier run of the draft made counts as there. */
export const dryRunQuery = (items: readonly SetUpItem[], draftId: string | null = null) =>
  queryOptions({
    queryKey: ['dryRunSetUp', items, draftId],
    queryFn: ({ signal }) =>
      call(setUpEndpoints.dryRunSetUp, {
        body: { items: [...items], skipRefused: false, ...(draftId === null ? {} : { draftId }) },
        signal,
      }),
    staleTime: 30_000,
    retry: false,
  })

/** `draftId` ties the run to the draft it was made from; left out where that was never saved. */
export function startSetUp(items: readonly SetUpItem[], draftId: string | null): Promise<SetUpRun> {
  return call(setUpEndpoints.startSetUp, {
    body: { items: [...items], skipRefused: false, ...(draftId === null ? {} : { draftId }) },
  })
}

export function stopSetUp(runId: string): Promise<SetUpRun> {
  return call(setUpEndpoints.stopSetUp, { params: { runId } })
}
