import type { Directory } from '../directory-port.ts'

/** A directory without applications; `changes` replace single methods. */
export function syntheticDirectory(changes: Partial<Directory> = {}): Directory {
  const refuse = () => Promise.reject(new Error('The synthetic directory can only be listed'))
  return {
    searchApplications: async () => ({ applications: [], total: 0, nextCursor: null }),
    readApplication: refuse,
    listOwners: refuse,
    findServicePrincipal: refuse,
    createApplication: refuse,
    createServicePrincipal: refuse,
    listOwnRoles: refuse,
    listPermissions: refuse,
    listCredentials: refuse,
    readCredential: refuse,
    putCredential: refuse,
    deleteCredential: refuse,
    listApplicationsWithTrusts: async () => ({ found: [], total: 0, nextCursor: null }),
    ...changes,
  }
}
