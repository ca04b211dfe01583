import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { allIdentitiesQuery } from '../../api/identity-queries.ts'
import { isOpen, type Inventory } from '../../components/inventory/inventory-query.ts'
import { useInventory } from '../../components/inventory/use-inventory.ts'
import { tenantTrust, type Tenant, type TenantTrust } from './scope.ts'

interface TenantState {
  readonly tenant: Tenant
  /** When the trusts were read, in milliseconds since 1970; null before. */
  readonly readAt: number | null
  readonly unreadable: number
  readonly isReading: boolean
  /** Trusts that the running pass has found so far. */
  readonly soFar: number
  readonly isRefreshing: boolean
  readonly error: unknown
  readonly refresh: () => void
  readonly retry: () => void
}

/** Every trust that the person may read. While a pass runs, the one before stays. */
export function useTenant(): TenantState {
  const { inventory, error, isRefreshing, refresh, retry } = useInventory()
  const identities = useQuery(allIdentitiesQuery)
  const [whole, setWhole] = useState<Inventory | null>(null)
  const scan = inventory?.scan
  const isReading = error === null && (scan === undefined || isOpen(scan) || inventory?.hasMore === true)
  if (!isReading && inventory !== undefined && inventory !== whole) setWhole(inventory)
  const shown = isReading ? (whole ?? inventory) : inventory
  const finishedAt = shown?.scan.finishedAt ?? null
  const rows = shown?.rows
  const known = identities.data?.identities
  const tenant = useMemo(
    () => ({ trusts: rows === undefined ? [] : trustsOf(rows), identities: known ?? [] }),
    [rows, known],
  )
  return {
    tenant,
    readAt: finishedAt === null ? null : Date.parse(finishedAt),
    unreadable: shown?.unreadable.length ?? 0,
    isReading,
    soFar: inventory?.rows.length ?? 0,
    isRefreshing,
    error,
    refresh,
    retry,
  }
}

/** Every text begins with the same rows, of which there may be 50,000; and each page of them only adds to those before. */
const converted = new WeakMap<Inventory['rows'][number], TenantTrust>()

function trustsOf(rows: Inventory['rows']): readonly TenantTrust[] {
  return rows.map((row) => {
    const known = converted.get(row)
    if (known !== undefined) return known
    const trust = tenantTrust(row.trust, row.identityName)
    converted.set(row, trust)
    return trust
  })
}
