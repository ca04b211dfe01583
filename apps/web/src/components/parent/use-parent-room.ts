import { skipToken, useQuery } from '@tanstack/react-query'
import type { Trust, TrustParent } from '@trustwright/shared-schemas'
import { parentDetailQuery, parentTrustsQuery } from '../../api/parent-queries.ts'
import { mayTry } from '../may-try.ts'
import { nameOfParent } from './parent-words.ts'

/** What is known of the chosen identity or application; nothing stands in the way until something is known. */
export interface ParentRoom {
  readonly name: string
  readonly known: boolean
  readonly trusts: readonly Trust[]
  readonly supported: boolean
  readonly allowed: boolean
}

const nobody: TrustParent = { kind: 'application', appId: '' }

export function useParentRoom(parent: TrustParent | null): ParentRoom {
  const trustsQuery = parentTrustsQuery(parent ?? nobody)
  const detailQuery = parentDetailQuery(parent ?? nobody)
  const trusts = useQuery(parent === null ? { ...trustsQuery, queryFn: skipToken } : trustsQuery)
  const detail = useQuery(parent === null ? { ...detailQuery, queryFn: skipToken } : detailQuery)
  return {
    name: parent === null ? 'the identity' : nameOfParent(parent, detail.data?.name),
    known: trusts.data !== undefined,
    trusts: trusts.data?.trusts ?? [],
    supported: detail.data?.supportsTrusts ?? true,
    allowed: detail.data === undefined || mayTry(detail.data.trustWrite),
  }
}
