import { useQuery } from '@tanstack/react-query'
import type { TrustParent } from '@trustwright/shared-schemas'
import { useMemo } from 'react'
import { parentDetailQuery, parentTrustsQuery } from '../../api/parent-queries.ts'
import { parentKey, tenantTrust, type TenantTrust } from './scope.ts'

interface FreshTrusts {
  /** Null until they were read, or where they cannot be. */
  readonly trusts: readonly TenantTrust[] | null
  readonly key: string
  readonly name: string
  readonly readAt: number
  readonly isReading: boolean
  readonly error: unknown
  readonly refresh: () => void
}

const nobody: TrustParent = { kind: 'application', appId: '' }

/** Of one identity: what Azure has now, since the pass over the tenant may be older than a trust. */
export function useFreshTrusts(parent: TrustParent | null): FreshTrusts {
  const of = parent ?? nobody
  const enabled = parent !== null
  const trusts = useQuery({ ...parentTrustsQuery(of), enabled, refetchOnMount: 'always' })
  const detail = useQuery({ ...parentDetailQuery(of), enabled })
  const name = detail.data?.name ?? (of.kind === 'application' ? of.appId : of.identityName)
  const stored = enabled ? trusts.data?.trusts : undefined
  return {
    trusts: useMemo(() => stored?.map((trust) => tenantTrust(trust, name)) ?? null, [stored, name]),
    key: parentKey(of),
    name,
    readAt: trusts.dataUpdatedAt,
    isReading: enabled && trusts.isFetching,
    error: enabled ? trusts.error : null,
    refresh: () => void trusts.refetch(),
  }
}
