import * as z from 'zod'
import { IdentityName, LocationName, ResourceGroupName } from './primitives.ts'

export const Subscription = z.strictObject({
  subscriptionId: z.string(),
  displayName: z.string(),
  state: z.string(),
  tenantId: z.string().nullable(),
})
export type Subscription = z.infer<typeof Subscription>

/** `supportsTrusts` comes from dated data, since Azure says so only by refusing a write (405). */
export const Location = z.strictObject({
  name: z.string(),
  displayName: z.string(),
  supportsTrusts: z.boolean(),
})
export type Location = z.infer<typeof Location>

export const ResourceGroup = z.strictObject({
  subscriptionId: z.string(),
  name: z.string(),
  location: z.string(),
})
export type ResourceGroup = z.infer<typeof ResourceGroup>

export const NewResourceGroup = z.strictObject({
  name: ResourceGroupName,
  location: LocationName,
})
export type NewResourceGroup = z.infer<typeof NewResourceGroup>

export const NewIdentity = z.strictObject({ identityName: IdentityName, location: LocationName })
export type NewIdentity = z.infer<typeof NewIdentity>

/** A user-assigned managed identity as Azure returned it. */
export const Identity = z.strictObject({
  subscriptionId: z.string(),
  resourceGroup: z.string(),
  identityName: z.string(),
  resourceId: z.string(),
  location: z.string(),
  supportsTrusts: z.boolean(),
  tenantId: z.string(),
  clientId: z.string(),
  /** Object ID of its service principal. */
  principalId: z.string(),
})
export type Identity = z.infer<typeof Identity>

/**
 * What the person may do, as ARM's permissions API tells. A hint for the interface: locks, policies and deny
 * assignments are not in it, so Azure still decides.
 */
export const Access = z.strictObject({
  allowed: z.boolean(),
  /** The ARM action that is needed. */
  action: z.string(),
  /** The smallest built-in role that carries the action. */
  role: z.string(),
  scope: z.string(),
})
export type Access = z.infer<typeof Access>

/** What the person may do in one resource group. */
export const ResourceGroupAccess = z.strictObject({ createIdentity: Access })
export type ResourceGroupAccess = z.infer<typeof ResourceGroupAccess>

export const IdentityDetail = z.strictObject({
  identity: Identity,
  trustWrite: Access,
  trustDelete: Access,
})
export type IdentityDetail = z.infer<typeof IdentityDetail>
