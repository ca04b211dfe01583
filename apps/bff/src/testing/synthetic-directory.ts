import { PortalError } from '../errors.ts'
import type { ApplicationsWithTrusts, Directory } from '../directory-port.ts'

async function withoutMore() {
  return { items: [], total: 0, nextCursor: null }
}

/** A directory without applications that hides managed identities; `changes` replace single methods. */
export function syntheticDirectory(changes: Partial<Directory> = {}): Directory {
  const refuse = () => Promise.reject(new Error('The synthetic directory can only be listed'))
  return {
    searchApplications: async () => ({ applications: [], total: 0, nextCursor: null }),
    readApplication: refuse,
    listOwners: refuse,
    findServicePrincipal: refuse,
    createApplication: refuse,
    findUniqueApplication: refuse,
    createUniqueApplication: refuse,
    addOwner: refuse,
    createServicePrincipal: refuse,
    listOwnRoles: refuse,
    checkMemberGroups: refuse,
    searchPeople: refuse,
    searchGroups: refuse,
    readPrincipals: refuse,
    findPerson: refuse,
    listPermissions: refuse,
    listCredentials: refuse,
    readCredential: refuse,
    putCredential: refuse,
    deleteCredential: refuse,
    findCredentialId: refuse,
    listCredentialSignIns: refuse,
    listPrincipalsWithTrusts: () => Promise.reject(new PortalError('FORBIDDEN')),
    listParentOwners: withoutMore,
    listOwnPrincipals: withoutMore,
    findApi: async () => null,
    listGivenAppRoles: withoutMore,
    listDirectoryRoleHolders: withoutMore,
    listDirectoryRoles: withoutMore,
    listLastSignIns: withoutMore,
    findGroups: async () => [],
    listGroupPrincipals: async () => new Map(),
    listApplicationWrites: withoutMore,
    listApplicationsWithTrusts: async () => ({ found: [], broken: [], total: 0, nextCursor: null }),
    ...changes,
  }
}

/** An application with one classic trust. */
export function applicationWithTrust(number: number): ApplicationsWithTrusts['found'][number] {
  return {
    application: {
      appId: `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`,
      objectId: 'o',
      displayName: `App ${number}`,
      signInAudience: null,
      createdAt: null,
    },
    credentials: [
      {
        id: `/applications/${number}/federatedIdentityCredentials/main`,
        name: 'main',
        issuer: 'https://issuer.contoso.com',
        subject: String(number),
        audiences: ['a'],
      },
    ],
  }
}
