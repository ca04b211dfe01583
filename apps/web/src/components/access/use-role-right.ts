import { useQuery } from '@tanstack/react-query'
import type { Access } from '@trustwright/shared-schemas'
import { ApiProblem } from '../../api/api-problem.ts'
import { roleAccessQuery } from '../../api/access-queries.ts'

interface RoleRight {
  /** What the person lacks at the scope; null where nothing is known to be missing, since Azure decides in the end. */
  readonly missing: Access | null
  /** Why it could not be asked, where that tells something; null otherwise. */
  readonly error: Error | null
  readonly askAgain: () => void
}

/** Whether the person may give (`create`) or remove (`delete`) roles at the scope. Null: there is no scope yet. */
export function useRoleRight(scope: string | null, act: 'create' | 'delete'): RoleRight {
  const asked = useQuery({ ...roleAccessQuery(scope ?? ''), enabled: scope !== null })
  const access = scope === null ? null : (asked.data?.[act] ?? null)
  // Who may not read their rights may still have the one that counts.
  const isSilent = asked.error instanceof ApiProblem && asked.error.code === 'FORBIDDEN'
  return {
    missing: access !== null && !access.allowed ? access : null,
    error: scope === null || isSilent ? null : asked.error,
    askAgain: () => void asked.refetch(),
  }
}
