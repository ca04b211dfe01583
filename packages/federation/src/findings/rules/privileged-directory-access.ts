import { isAboveAll, isPrivilegedRole, reachOfAppRole } from '../access-view.ts'
import type { AppRoleFact, DirectoryRoleFact } from '../facts/access.ts'
import { gapOf, valueOf } from '../facts/fact.ts'
import { fixOf, type Hit, type Outcome, type TrustRule } from '../rule.ts'

/** https://learn.microsoft.com/entra/identity/role-based-access-control/privileged-roles-permissions */
export const privilegedDirectoryAccess: TrustRule = {
  id: 'privileged-directory-access',
  about: 'trust',
  title: 'It opens a privileged role or permission in the directory',
  severity: 'high',
  because: 'A workload outside can read or change what belongs to everybody in the tenant.',
  needs: 'Directory roles of the service principal, and its permissions at Microsoft Graph.',
  remedy: 'Replace it by the least permission, or by one that is limited to the objects it works on.',
  judge({ parent }) {
    if (parent === null) return { gap: 'not-read' }
    const roles = valueOf(parent.directoryRoles) ?? []
    const permissions = valueOf(parent.appRoles) ?? []
    const hit = judgeAccess(roles, permissions)
    const missing = gapOf(parent.directoryRoles, parent.appRoles)
    if (hit !== null || missing === null) return hit ?? untold(roles, permissions)
    return { gap: missing }
  },
}

function judgeAccess(roles: readonly DirectoryRoleFact[], permissions: readonly AppRoleFact[]): Hit | null {
  const held = roles.filter((role) => isPrivilegedRole(role) === true)
  const given = permissions.filter((permission) =>
    ['admin', 'wide'].includes(reachOfAppRole(permission) ?? ''),
  )
  if (held.length + given.length === 0) return null
  const named = [
    ...held.map(({ displayName, scope }) => `${displayName}${scope === '/' ? '' : ` at ${scope}`}`),
    ...given.map(({ value, resourceName }) => `${value ?? ''} (${resourceName})`),
  ]
  const isAdmin = held.some(isAboveAll) || given.some((permission) => reachOfAppRole(permission) === 'admin')
  return {
    text: `Whoever gets in by this trust holds ${named[0] ?? ''}${named.length > 1 ? ' and more' : ''} in the directory.`,
    evidence: named.join(' · '),
    fix: fixOf(
      'Give the least permission instead, and limit it to the objects that it works on: an administrative unit, or selected sites.',
    ),
    news: [
      ...held.map(({ roleTemplateId, scope }) => `${roleTemplateId}@${scope}`.toLowerCase()),
      ...given.map(({ resourceAppId, value }) => `${resourceAppId}/${value ?? ''}`),
    ].toSorted(),
    ...(isAdmin
      ? {
          severity: 'critical',
          because: 'Whoever gets in can make itself an administrator of the whole tenant.',
        }
      : {}),
  }
}

function untold(roles: readonly DirectoryRoleFact[], permissions: readonly AppRoleFact[]): Outcome {
  const isUntold =
    roles.some((role) => isPrivilegedRole(role) === null) ||
    permissions.some((permission) => reachOfAppRole(permission) === null)
  return isUntold ? { gap: 'not-told' } : null
}
