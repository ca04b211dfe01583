import { skipToken, useQuery } from '@tanstack/react-query'
import type { RoleAssignment, TrustParent } from '@trustwright/shared-schemas'
import { roleAssignmentsQuery } from '../../api/access-queries.ts'
import { parentDetailQuery } from '../../api/parent-queries.ts'

export interface HeldRolesOf {
  /** Null while they are not read, and where they cannot be. */
  readonly assignments: readonly RoleAssignment[] | null
  readonly error: Error | null
  readonly askAgain: () => void
}

const nobody: TrustParent = { kind: 'application', appId: '' }

/** The roles that an identity or application has. Null asks for none. */
export function useHeldRoles(parent: TrustParent | null): HeldRolesOf {
  const detailQuery = parentDetailQuery(parent ?? nobody)
  const detail = useQuery(parent === null ? { ...detailQuery, queryFn: skipToken } : detailQuery).data
  const principalId = parent === null ? null : (detail?.principalId ?? null)
  const query = roleAssignmentsQuery(principalId ?? '')
  const held = useQuery(principalId === null ? { ...query, queryFn: skipToken } : query)
  return {
    assignments: parent === null ? null : (held.data?.assignments ?? null),
    error: principalId === null ? null : held.error,
    askAgain: () => void held.refetch(),
  }
}
