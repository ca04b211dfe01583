import type { FederatedIdentityCredential } from '@azure/arm-msi'
import type { IdentityPath } from '@trustwright/shared-schemas'
import { trustId } from '../domain/resource-ids.ts'
import { sameValues } from '../domain/fingerprint.ts'
import { PortalError } from '../errors.ts'
import type { Arm, Caller, StoredCredential } from '../ports.ts'
import type { ArmMethods } from './arm-methods.ts'
import { foundOrNull } from './found-or-null.ts'
import { readAll } from './read-all.ts'

type CredentialMethods = Pick<
  Arm,
  'listCredentials' | 'readCredential' | 'putCredential' | 'deleteCredential'
>

/** https://learn.microsoft.com/rest/api/managedidentity/federated-identity-credentials */
export function credentialMethods({ read, write }: ArmMethods): CredentialMethods {
  const readCredential: Arm['readCredential'] = (caller, path, name) =>
    read(caller, 'object', {}, async (clients, abortSignal) => {
      const { federatedIdentityCredentials } = clients.identities(path.subscriptionId)
      const { resourceGroup, identityName } = path
      const found = await federatedIdentityCredentials.get(resourceGroup, identityName, name, { abortSignal })
      return toCredential(found, path, name)
    })
  const find = (caller: Caller, path: IdentityPath, name: string) =>
    foundOrNull(readCredential(caller, path, name), 'ResourceNotFound', 'NotFound')
  return {
    readCredential,
    async listCredentials(caller, path, options) {
      const found = await read(caller, 'list', options, (clients, abortSignal) => {
        const { federatedIdentityCredentials } = clients.identities(path.subscriptionId)
        return readAll(
          federatedIdentityCredentials.list(path.resourceGroup, path.identityName, { abortSignal }),
        )
      })
      return found.map((credential) => toCredential(credential, path, credential.name ?? ''))
    },
    putCredential: (caller, path, { name, values, before }) =>
      write<StoredCredential>({
        caller,
        expects: 'object',
        run: async (clients, abortSignal) => {
          const { federatedIdentityCredentials } = clients.identities(path.subscriptionId)
          const { resourceGroup, identityName } = path
          const body = {
            issuer: values.issuer,
            audiences: [...values.audiences],
            ...(values.subject !== null && { subject: values.subject }),
          }
          const stored = await federatedIdentityCredentials.createOrUpdate(
            resourceGroup,
            identityName,
            name,
            body,
            { abortSignal },
          )
          return toCredential(stored, path, name)
        },
        settle: async () => {
          const stored = await find(caller, path, name)
          if (stored === null) return null
          if (sameValues(stored, values)) return { value: stored }
          if (before === null) return { problem: new PortalError('TRUST_NAME_TAKEN') }
          return sameValues(stored, before) ? null : { problem: new PortalError('TRUST_CHANGED_MEANWHILE') }
        },
      }),
    deleteCredential: (caller, path, name) =>
      write<null>({
        caller,
        expects: 'nothing',
        run: async (clients, abortSignal) => {
          const { federatedIdentityCredentials } = clients.identities(path.subscriptionId)
          const { resourceGroup, identityName } = path
          await federatedIdentityCredentials.delete(resourceGroup, identityName, name, { abortSignal })
          return null
        },
        settle: async () => ((await find(caller, path, name)) === null ? { value: null } : null),
      }),
  }
}

/** Fields that Azure left out or sent as null are kept apart from empty ones where it matters: the subject. */
function toCredential(
  azure: FederatedIdentityCredential,
  path: IdentityPath,
  name: string,
): StoredCredential {
  return {
    id: azure.id ?? trustId(path, name),
    name: azure.name ?? name,
    issuer: azure.issuer ?? '',
    subject: azure.subject ?? null,
    audiences: azure.audiences ?? [],
  }
}
