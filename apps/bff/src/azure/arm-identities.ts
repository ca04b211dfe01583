import { parseIdentityId } from '../domain/resource-ids.ts'
import type { Arm } from '../ports.ts'
import type { ArmMethods } from './arm-methods.ts'
import { foundOrNull } from './found-or-null.ts'
import { readAll } from './read-all.ts'
import { toIdentity } from './to-identity.ts'

/** https://learn.microsoft.com/rest/api/managedidentity/user-assigned-identities */
export function identityMethods(
  { read, write }: ArmMethods,
  unsupportedRegions: readonly string[],
): Pick<Arm, 'listIdentities' | 'readIdentity' | 'findIdentity' | 'createIdentity'> {
  const readIdentity: Arm['readIdentity'] = (caller, path) =>
    read(caller, 'object', {}, async (clients, abortSignal) => {
      const { userAssignedIdentities } = clients.identities(path.subscriptionId)
      const found = await userAssignedIdentities.get(path.resourceGroup, path.identityName, { abortSignal })
      return toIdentity(found, path, unsupportedRegions)
    })
  const findIdentity: Arm['findIdentity'] = (caller, path) =>
    foundOrNull(readIdentity(caller, path), 'ResourceNotFound', 'NotFound')
  return {
    readIdentity,
    findIdentity,
    async listIdentities(caller, subscriptionId, options) {
      const found = await read(caller, 'list', options, (clients, abortSignal) =>
        readAll(
          clients.identities(subscriptionId).userAssignedIdentities.listBySubscription({ abortSignal }),
        ),
      )
      return found.flatMap((azure) => {
        const path = parseIdentityId(azure.id ?? '')
        return path === null ? [] : [toIdentity(azure, path, unsupportedRegions)]
      })
    },
    createIdentity: (caller, { subscriptionId, resourceGroup }, { identityName, location }) => {
      const path = { subscriptionId, resourceGroup, identityName }
      return write({
        caller,
        expects: 'object',
        run: async (clients, abortSignal) => {
          const { userAssignedIdentities } = clients.identities(subscriptionId)
          const options = { abortSignal }
          return toIdentity(
            await userAssignedIdentities.createOrUpdate(resourceGroup, identityName, { location }, options),
            path,
            unsupportedRegions,
          )
        },
        settle: async () => {
          const value = await findIdentity(caller, path)
          return value && { value }
        },
      })
    },
  }
}
