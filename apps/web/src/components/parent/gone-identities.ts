import { hashKey, notifyManager, useQueryClient, type QueryClient } from '@tanstack/react-query'
import type { IdentitySearch } from '@trustwright/shared-schemas'
import { useCallback, useSyncExternalStore } from 'react'
import { ApiProblem } from '../../api/api-problem.ts'
import { identityQuery } from '../../api/identity-queries.ts'

/** As long as Resource Graph may lag behind; one of the same name may be made after that. */
const lagMs = 2 * 60_000

/** A line for each, so that an unchanged answer is the same text. */
export function readGone(queries: QueryClient, now = Date.now()): string {
  const since = now - lagMs
  return queries
    .getQueryCache()
    .findAll({ queryKey: ['readIdentity'] })
    .filter(({ state }) => isGone(state.error) && state.errorUpdatedAt > since)
    .map(({ queryHash }) => queryHash.toLowerCase())
    .join('\n')
}

/**
 * Identities that this tab looked for and did not find. The list comes from Resource Graph, which names a deleted one for a
 * minute more. https://learn.microsoft.com/azure/governance/resource-graph/overview#how-resource-graph-is-kept-current
 */
export function useGoneIdentities(): string {
  const queries = useQueryClient()
  const subscribe = useCallback(
    (tell: () => void) => queries.getQueryCache().subscribe(notifyManager.batchCalls(tell)),
    [queries],
  )
  return useSyncExternalStore(subscribe, () => readGone(queries))
}

/** Azure said that there is no such identity or application, or shows none. */
export function isGone(error: unknown): boolean {
  return error instanceof ApiProblem && error.code === 'NOT_FOUND'
}

/** The list without those that are gone. */
export function withoutGone(found: IdentitySearch, gone: string): IdentitySearch {
  if (gone === '') return found
  const keys = new Set(gone.split('\n'))
  return { ...found, identities: found.identities.filter((one) => !keys.has(keyOf(one))) }
}

function keyOf({
  subscriptionId,
  resourceGroup,
  identityName,
}: IdentitySearch['identities'][number]): string {
  const { queryKey } = identityQuery({ subscriptionId, resourceGroup, identityName })
  return hashKey(queryKey).toLowerCase()
}
