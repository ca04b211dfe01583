import { isOfDirectory, type MissingAccess } from './request-to-admin.ts'

/**
 * Whether a control stays usable. What ARM says of a role holds. The directory tells neither custom roles nor roles over
 * one application, so there only a missing Graph permission stands in the way; otherwise Microsoft Graph decides.
 */
export function mayTry(access: MissingAccess & { readonly allowed: boolean | null }): boolean {
  return access.allowed !== false || mayStillBeAllowed(access)
}

/** True where the portal sees no right, but cannot see every way to have it. */
export function mayStillBeAllowed(access: MissingAccess): boolean {
  return isOfDirectory(access) && access.permissionGranted === true
}
