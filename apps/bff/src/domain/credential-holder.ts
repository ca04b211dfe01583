import type { IdentityPath, TrustParent } from '@trustwright/shared-schemas'
import type { Directory } from '../directory-port.ts'
import type { Arm, Caller, CredentialWrite, StoredCredential, Written } from '../ports.ts'
import { applicationId, applicationTrustId, identityId, trustId } from './resource-ids.ts'

/** What trusts are stored on, and how: ARM for a managed identity, Graph for an application. */
export interface CredentialHolder {
  readonly parent: TrustParent
  /** Target of audit records, and key of the turn that writes take. */
  readonly id: string
  trustId(name: string): string
  list(caller: Caller): Promise<StoredCredential[]>
  /** An application's also by its ID. */
  read(caller: Caller, name: string): Promise<StoredCredential>
  put(caller: Caller, write: CredentialWrite): Promise<Written<StoredCredential>>
  delete(caller: Caller, stored: StoredCredential): Promise<Written<null>>
  /** Whom a workload becomes through a trust. */
  readIdentity(caller: Caller): Promise<BecomesIdentity>
}

/** `identityName` is an application's display name; `principalId` null where its service principal is not seen. */
export interface BecomesIdentity {
  readonly identityName: string
  readonly clientId: string
  readonly principalId: string | null
  readonly tenantId: string
}

export function identityHolder(arm: Arm, path: IdentityPath): CredentialHolder {
  return {
    parent: { kind: 'managedIdentity', ...path },
    id: identityId(path),
    trustId: (name) => trustId(path, name),
    list: (caller) => arm.listCredentials(caller, path),
    read: (caller, name) => arm.readCredential(caller, path, name),
    put: (caller, write) => arm.putCredential(caller, path, write),
    delete: (caller, { name }) => arm.deleteCredential(caller, path, name),
    readIdentity: async (caller) => {
      const { identityName, clientId, principalId, tenantId } = await arm.readIdentity(caller, path)
      return { identityName, clientId, principalId, tenantId }
    },
  }
}

export function applicationHolder(directory: Directory, appId: string): CredentialHolder {
  return {
    parent: { kind: 'application', appId },
    id: applicationId(appId),
    trustId: (name) => applicationTrustId(appId, name),
    list: (caller) => directory.listCredentials(caller, appId),
    read: (caller, name) => directory.readCredential(caller, appId, name),
    put: (caller, write) => directory.putCredential(caller, appId, write),
    // By ID, which no two credentials ever share, also one after the other.
    delete: (caller, { credentialId, name }) =>
      directory.deleteCredential(caller, appId, credentialId ?? name),
    readIdentity: async (caller) => {
      const [application, principalId] = await Promise.all([
        directory.readApplication(caller, appId),
        directory.findServicePrincipal(caller, appId),
      ])
      const { displayName, appId: clientId } = application
      return { identityName: displayName, clientId, principalId, tenantId: caller.tenantId }
    },
  }
}

/** Of either kind. */
export function holderOf(
  { arm, directory }: { readonly arm: Arm; readonly directory: Directory },
  parent: TrustParent,
): CredentialHolder {
  if (parent.kind === 'application') return applicationHolder(directory, parent.appId)
  const { subscriptionId, resourceGroup, identityName } = parent
  return identityHolder(arm, { subscriptionId, resourceGroup, identityName })
}
