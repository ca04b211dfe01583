import { PortalError } from '../errors.ts'
import type { Caller } from '../ports.ts'

/** Who administers the portal: by an app role of its registration, or by object ID. */
export interface Administrators {
  /** Value of the app role, as the `roles` claim of an ID token carries it. */
  readonly appRole: string
  readonly objectIds: readonly string[]
}

/** https://learn.microsoft.com/entra/identity-platform/howto-add-app-roles-in-apps */
export function isAdministrator(
  { appRole, objectIds }: Administrators,
  person: { readonly objectId: string; readonly roles: readonly string[] },
): boolean {
  const own = person.objectId.toLowerCase()
  return person.roles.includes(appRole) || objectIds.some((id) => id.toLowerCase() === own)
}

/** ADMINISTRATOR_REQUIRED, with the role to ask for where it is known. */
export function administratorRequired(appRole?: string): PortalError {
  if (appRole === undefined) return new PortalError('ADMINISTRATOR_REQUIRED')
  return new PortalError('ADMINISTRATOR_REQUIRED', {
    nextStep: `Ask whoever manages the portal in Entra for its app role ${appRole}, then sign in again.`,
    missing: { action: null, scope: 'Trustwright', role: appRole },
  })
}

/** Throws ADMINISTRATOR_REQUIRED unless the caller is an administrator of the portal. */
export function demandAdministrator({ isAdmin }: Caller): void {
  if (isAdmin !== true) throw administratorRequired()
}
