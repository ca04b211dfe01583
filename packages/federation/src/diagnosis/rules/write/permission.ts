import { type Cause, causeOf } from '../../cause.ts'
import { startOf } from '../../draft-view.ts'
import type { Permission, WriteRule, WriteView } from '../../write-view.ts'

const resource = 'Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials'

/** Whether the person may write. A hint: deny assignments and policies are not in these lists. */
export const permission: WriteRule = (write) =>
  write.parentKind === 'managedIdentity' ? onIdentity(write) : onApplication(write)

/** https://learn.microsoft.com/azure/role-based-access-control/permissions/identity#microsoftmanagedidentity */
function onIdentity({ operation, context }: WriteView): Cause[] {
  const { permissions } = context
  if (permissions === undefined) return []
  const action = `${resource}/${operation === 'delete' ? 'delete' : 'write'}`
  if (permissions.some((one) => allows(one, action))) return []
  return [
    causeOf('write-permission', {
      severity: 'block',
      certainty: 'likely',
      text: 'Azure will refuse it: the permission to change trusts of this identity is missing; the role here does not include it.',
      evidence: `Missing: ${action}`,
      fix: 'Ask for a role with this action on the identity, such as Managed Identity Contributor.',
    }),
  ]
}

function allows(one: Permission, action: string): boolean {
  if (typeof one === 'string') return covers(one, action)
  const { actions = [], notActions = [] } = one
  return actions.some((each) => covers(each, action)) && !notActions.some((each) => covers(each, action))
}

/** `*` stands for any text; letter case does not count. */
function covers(pattern: string, action: string): boolean {
  const [first = '', ...rest] = startOf(pattern).toLowerCase().split('*')
  const wanted = action.toLowerCase()
  if (rest.length === 0) return first === wanted
  if (!wanted.startsWith(first)) return false
  const last = rest.pop() ?? ''
  let at = first.length
  for (const piece of rest) {
    const found = wanted.indexOf(piece, at)
    if (found < 0) return false
    at = found + piece.length
  }
  return wanted.length - last.length >= at && wanted.endsWith(last)
}

/** https://learn.microsoft.com/entra/identity/role-based-access-control/permissions-reference */
const rolesThatMay = [
  'application administrator',
  'cloud application administrator',
  'hybrid identity administrator',
  'global administrator',
]
/** https://learn.microsoft.com/graph/api/application-post-federatedidentitycredentials#permissions */
const scopes = ['Application.ReadWrite.All', 'Application.ReadWrite.OwnedBy']

function onApplication({ context }: WriteView): Cause[] {
  const { permissions, directoryRoles, isOwner } = context
  return [
    ...(permissions === undefined || permissions.some(isScope) ? [] : [noConsent(permissions)]),
    ...(isOwner === false && directoryRoles !== undefined ? noRole(directoryRoles) : []),
  ]
}

function isScope(one: Permission): boolean {
  return typeof one === 'string' && scopes.some((scope) => scope.toLowerCase() === one.toLowerCase())
}

function noConsent(permissions: readonly Permission[]): Cause {
  const given = permissions.filter((one) => typeof one === 'string').join(', ')
  return causeOf('write-permission', {
    severity: 'block',
    certainty: 'likely',
    text: 'Graph will refuse it: the permission to change applications was not consented to.',
    evidence: `Given: ${given || 'none'}; needed: Application.ReadWrite.All`,
    fix: 'Ask an administrator to consent to Application.ReadWrite.All for this portal.',
  })
}

function noRole(directoryRoles: readonly string[]): Cause[] {
  const held = directoryRoles.map((role) => role.toLowerCase())
  if (held.some((role) => rolesThatMay.includes(role))) return []
  const isDeveloper = held.includes('application developer')
  return [
    causeOf('write-permission', {
      severity: 'block',
      certainty: directoryRoles.length === 0 ? 'likely' : 'certain',
      text: `Graph will refuse it: the person is no owner of the application, and ${directoryRoles.length === 0 ? 'has no directory role' : `the role ${directoryRoles.join(', ')} ${isDeveloper ? 'covers only applications that one owns' : 'does not include it'}`}.`,
      evidence: `Owner: no. Directory roles: ${directoryRoles.join(', ') || 'none'}`,
      fix: 'Ask to be made an owner of the application, or for the role Cloud Application Administrator.',
    }),
  ]
}
