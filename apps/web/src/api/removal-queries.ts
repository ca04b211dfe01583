import { queryOptions } from '@tanstack/react-query'
import { removalEndpoints } from '@trustwright/shared-schemas'
import { call } from './client.ts'

type Whose = 'mine' | 'portal'

/** What deleting these trusts would delete. Nothing is written. */
export const removalPlanQuery = (of: Whose, keys: readonly string[]) =>
  queryOptions({
    queryKey: ['removals', 'plan', of, keys],
    queryFn: ({ signal }) => call(removalEndpoints.dryRunRemovals, { body: { of, keys: [...keys] }, signal }),
    staleTime: 0,
    gcTime: 0,
  })

interface WantedRemovals {
  readonly of: Whose
  readonly keys: readonly string[]
  /** Of the plan that the person saw. */
  readonly digest: string
}

export const startRemovals = ({ of, keys, digest }: WantedRemovals) =>
  call(removalEndpoints.startRemovals, { body: { of, keys: [...keys], digest } })
