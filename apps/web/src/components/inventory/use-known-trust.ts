import { queryOptions, skipToken, useQuery } from '@tanstack/react-query'
import { inventoryEndpoints, type InventoryScan } from '@trustwright/shared-schemas'
import { useMemo } from 'react'
import { call } from '../../api/client.ts'
import { useCloud } from '../use-cloud.ts'
import { isOpen } from './inventory-query.ts'
import type { ListedTrust } from './listed-trust.ts'
import { parentKeyOf } from './parent-key-of.ts'
import { toTrustRow } from './trust-row.ts'
import { listTrusts } from './list-trusts.ts'

const pauseMs = 5000
/** More than Azure stores on one identity or application. */
const limit = 500

/** What the newest pass knows of one identity or application; never starts one: a page about one trust must not read a tenant. */
const knownParentQuery = (parent: string) =>
  queryOptions({
    queryKey: ['knownParent', parent],
    queryFn: ({ signal }) => call(inventoryEndpoints.readInventory, { query: { parent, limit }, signal }),
    refetchInterval: ({ state: { data, error } }) =>
      error === null && data?.scan && isOpen(data.scan) ? pauseMs : false,
  })

export interface KnownTrust {
  /** Null: the inventory lacks it, or there is none. */
  readonly trust: ListedTrust | null
  readonly scan: InventoryScan | null
  /** Why the newest pass could not read its identity or application; null where it could, or was not asked to. */
  readonly unread: string | null
  readonly isReading: boolean
  readonly error: unknown
}

/** What the person's inventory knows of one trust, by its resource ID; null: that is not known yet. */
export function useKnownTrust(resourceId: string | null): KnownTrust {
  const cloud = useCloud()
  const query = knownParentQuery(parentKeyOf(resourceId ?? ''))
  const { data, error, isPending } = useQuery(resourceId === null ? { ...query, queryFn: skipToken } : query)
  const key = resourceId?.toLowerCase()
  const trust = useMemo(() => {
    if (data === undefined) return null
    // Its neighbours count: Azure tells the last sign-in of all of them together.
    const rows = data.rows.map((row) => toTrustRow(row, cloud))
    const parents = new Map(data.parents.map((parent) => [parent.key, parent]))
    return listTrusts({ rows, parents }, undefined).find(({ trustKey }) => trustKey === key) ?? null
  }, [data, key, cloud])
  return {
    trust,
    scan: data?.scan ?? null,
    unread: data?.unreadable.find(({ kind }) => kind !== 'facts')?.reason ?? null,
    isReading: isPending,
    error,
  }
}
