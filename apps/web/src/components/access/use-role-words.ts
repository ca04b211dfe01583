import { useQuery } from '@tanstack/react-query'
import type { NewRoleAssignment } from '@trustwright/shared-schemas'
import { roleTemplatesQuery } from '../../api/access-queries.ts'
import { subscriptionsQuery } from '../../api/identity-queries.ts'
import { greatRoles } from './great-roles.ts'
import { effectOfRole } from './role-effects.ts'
import { scopeWords } from './scope-words.ts'

export interface RoleWords {
  /** `Contributor on rg-pay`. */
  readonly short: string
  /** `id-pay may then create, change and delete everything in rg-pay.` */
  readonly effect: string
}

/** Roles in words, in their order. `name`: of the identity that gets them. */
export function useRoleWords(roles: readonly NewRoleAssignment[], name: string): readonly RoleWords[] {
  const subscriptions = useQuery(subscriptionsQuery).data?.subscriptions ?? []
  const templates = useQuery(roleTemplatesQuery).data?.templates ?? []
  return roles.map(({ roleId, scope }) => {
    const words = scopeWords(scope, subscriptions)
    const isIt = (one: { readonly roleId: string }) => one.roleId.toLowerCase() === roleId.toLowerCase()
    const roleName = templates.find(isIt)?.roleName ?? greatRoles[roleId.toLowerCase()] ?? null
    return {
      short: `${roleName ?? `Role ${roleId}`} on ${words.name}`,
      effect: effectOfRole({ name, roleId, roleName, scope, words }),
    }
  })
}
