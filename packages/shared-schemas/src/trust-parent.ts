import * as z from 'zod'
import { ClientId, IdentityName, ResourceGroupName, SubscriptionId } from './primitives.ts'

/** Where a user-assigned managed identity lives; also the path of its addresses. */
export const IdentityPath = z.strictObject({
  subscriptionId: SubscriptionId,
  resourceGroup: ResourceGroupName,
  identityName: IdentityName,
})
export type IdentityPath = z.infer<typeof IdentityPath>
/** The template of its address. */
export const identityAddress = '/api/identities/mi/:subscriptionId/:resourceGroup/:identityName'

/** The object a trust is stored on. */
export const TrustParent = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('managedIdentity'), ...IdentityPath.shape }),
  z.strictObject({ kind: z.literal('application'), appId: ClientId }),
])
export type TrustParent = z.infer<typeof TrustParent>
