import { PortalError } from '../errors.ts'
import type { Directory } from '../directory-port.ts'
import type { Caller } from '../ports.ts'

/** Template IDs; null where they are not told. Only a hint hangs on them, so that is no reason to refuse the page. */
export async function ownRoles(directory: Directory, caller: Caller): Promise<readonly string[] | null> {
  return await unlessForbidden(directory.listOwnRoles(caller), null)
}

/** Delegated permissions of the portal; none where nobody consented to any. */
export async function grantedPermissions(directory: Directory, caller: Caller): Promise<readonly string[]> {
  return await unlessForbidden(directory.listPermissions(caller), [])
}

async function unlessForbidden<T, F>(reading: Promise<T>, otherwise: F): Promise<T | F> {
  try {
    return await reading
  } catch (error) {
    if (error instanceof PortalError && error.code === 'FORBIDDEN') return otherwise
    throw error
  }
}
