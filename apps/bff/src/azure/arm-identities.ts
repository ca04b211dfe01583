import type { Identity as AzureIdentity } from '@azure/arm-msi'
import type { Identity, IdentityPath } from '@trustwright/shared-schemas'
import { identityId, parseIdentityId } from '../domain/resource-ids.ts'
import { supportsTrusts } from '../domain/unsupported-regions.ts'
import type { Arm } from '../ports.ts'
import type { ArmMethods } from './arm-methods.ts'
import { foundOrNull } from './found-or-null.ts'
import { readAll } from './read-all.ts'

/** https://learn.microsoft.com/rest/api/managedidentity/user-assigned-identities */
export function identityMethods(
  { read, write }: ArmMethods,
  unsupportedRegions: readonly string[],
): Pick<Arm, 'listIdentities' | 'readIdentity' | 'findIdentity' | 'createIdentity'> {
  const toIdentity = (azure: AzureIdentity, asked: IdentityPath): Identity => ({
    ...(parseIdentityId(azure.id ?? '') ?? asked),
    resourceId: azure.id ?? identityId(asked),
    location: azure.location,
    supportsTrusts: supportsTrusts(azure.location, unsupportedRegions),
    tenantId: azure.tenantId ?? '',
    clientId: azure.clientId ?? '',
    principalId: azure.principalId ?? '',
  })
  const readIdentity: Arm['readIdentity'] = (caller, path) =>
    read(caller, 'object', {}, async (clients, abortSignal) => {
      const { userAssignedIdentities } = clients.identities(path.subscriptionId)
      const found = await userAssignedIdentities.get(path.resourceGroup, path.identityName, { abortSignal })
      return toIdentity(found, path)
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
        return path === null ? [] : [toIdentity(azure, path)]
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
