import type { IdentityPath } from '@trustwright/shared-schemas'
import { sameValues } from '../domain/fingerprint.ts'
import { PortalError } from '../errors.ts'
import type { Arm, Caller, StoredCredential } from '../ports.ts'
import { listWithExpressions, putExpression, readWithExpression } from './arm-expressions.ts'
import { storedCredential, toCredential } from './arm-credential-shape.ts'
import type { ArmMethods } from './arm-methods.ts'
import { writingPattern } from './expression-error-rules.ts'
import { foundOrNull } from './found-or-null.ts'
import { readAll } from './read-all.ts'

type CredentialMethods = Pick<
  Arm,
  'listCredentials' | 'readCredential' | 'putCredential' | 'deleteCredential'
>

/**
 * Stable versions leave the expression out, so what has no subject is read again by the preview that shows it.
 * https://learn.microsoft.com/rest/api/managedidentity/federated-identity-credentials
 */
export function credentialMethods({ read, write }: ArmMethods): CredentialMethods {
  const readCredential: Arm['readCredential'] = async (caller, path, name) => {
    const found = await read(caller, 'object', {}, async (clients, abortSignal) => {
      const { federatedIdentityCredentials } = clients.identities(path.subscriptionId)
      const { resourceGroup, identityName } = path
      return federatedIdentityCredentials.get(resourceGroup, identityName, name, { abortSignal })
    })
    const stored = toCredential(found, path, name)
    if (stored.subject !== null) return stored
    const again = read(caller, 'object', {}, readWithExpression(path, name))
    return (await knownToAzure(again)) ?? stored
  }
  const find = (caller: Caller, path: IdentityPath, name: string) =>
    foundOrNull(readCredential(caller, path, name), 'ResourceNotFound', 'NotFound')
  const putCredential: Arm['putCredential'] = (caller, path, { name, values, before }) =>
    write<StoredCredential>({
      caller,
      expects: 'object',
      run: values.expression
        ? putExpression(path, name, values)
        : async (clients, abortSignal) => {
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
            return storedCredential(stored, path, name)
          },
      settle: async () => {
        const stored = await find(caller, path, name)
        if (stored === null) return null
        if (sameValues(stored, values)) return { value: stored }
        if (before === null) return { problem: new PortalError('TRUST_NAME_TAKEN') }
        return sameValues(stored, before) ? null : { problem: new PortalError('TRUST_CHANGED_MEANWHILE') }
      },
    })
  return {
    readCredential,
    async listCredentials(caller, path, options) {
      const found = await read(caller, 'list', options, (clients, abortSignal) => {
        const { federatedIdentityCredentials } = clients.identities(path.subscriptionId)
        return readAll(
          federatedIdentityCredentials.list(path.resourceGroup, path.identityName, { abortSignal }),
        )
      })
      const stored = found.map((credential) => toCredential(credential, path, credential.name ?? ''))
      if (stored.every(({ subject }) => subject !== null)) return stored
      const again = read(caller, 'list', options, listWithExpressions(path))
      return (await knownToAzure(again)) ?? stored
    },
    putCredential: (caller, path, asked) => {
      const written = putCredential(caller, path, asked)
      return asked.values.expression ? writingPattern(written) : written
    },
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

/** Null where this cloud does not have the version with expressions: what was read before then stays as it is. */
async function knownToAzure<T>(reading: Promise<T>): Promise<T | null> {
  try {
    return await reading
  } catch (error) {
    if (error instanceof PortalError && error.code === 'API_VERSION_UNKNOWN') return null
    throw error
  }
}
