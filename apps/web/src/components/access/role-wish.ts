import type { RequestWish, TrustParent } from '@trustwright/shared-schemas'
import { ApiProblem } from '../../api/api-problem.ts'
import { RoleForm, rolePlan, type RoleFormValues } from './role-form.ts'

/** The role as an administrator may be asked to give it; null while something of it is missing. */
export function roleWish(parent: TrustParent, values: RoleFormValues): RequestWish | null {
  if (!RoleForm.safeParse(values).success) return null
  return { kind: 'set-up', items: [{ key: 'access', parent, trusts: [], roles: [rolePlan(values)] }] }
}

/** A rule of the portal forbade it, or a right is missing: somebody else may do it. */
export function isRefused(error: unknown): boolean {
  return error instanceof ApiProblem && (error.guardrails.length > 0 || error.missing !== null)
}
