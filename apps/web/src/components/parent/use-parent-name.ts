import { skipToken, useQuery } from '@tanstack/react-query'
import type { TrustParent } from '@trustwright/shared-schemas'
import { parentDetailQuery } from '../../api/parent-queries.ts'
import { nameOfParent } from './parent-words.ts'

/** The name of an identity; of an application its display name, asked of Graph once, and its ID until it is known. */
export function useParentName(parent: TrustParent): string {
  const query = parentDetailQuery(parent)
  const detail = useQuery({
    ...query,
    ...(parent.kind === 'application' ? {} : { queryFn: skipToken }),
    staleTime: 5 * 60_000,
    retry: false,
  })
  return nameOfParent(parent, detail.data?.name)
}
