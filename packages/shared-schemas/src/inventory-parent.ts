import * as z from 'zod'
import { RoleAssignment } from './role-assignment.ts'
import { TrustParent } from './trust-parent.ts'

/** Why a fact is missing; the words of the federation package. */
const gaps = ['not-read', 'not-allowed', 'not-told', 'failed', 'too-early', 'not-set-up'] as const

/** What is known, or why it is not. */
function fact<S extends z.ZodType>(value: S) {
  return z.discriminatedUnion('known', [
    z.strictObject({ known: z.literal(true), value }),
    z.strictObject({ known: z.literal(false), because: z.enum(gaps) }),
  ])
}

const { scope, scopeKind, roleDefinitionId, roleName, ownerLike, broad, conditioned } = RoleAssignment.shape

/** An application or managed identity that carries trusts, with what it opens and who owns it. */
export const InventoryParent = z.strictObject({
  /** `/applications/<appId>`, or the ARM resource ID in lower case. */
  key: z.string(),
  parent: TrustParent,
  displayName: z.string(),
  /** Client ID, by which workloads name it; empty where nobody told. */
  clientId: z.string(),
  /** Object ID of an application; its service principal has another. */
  objectId: z.string().nullable(),
  /** Object ID of its service principal; null where it has none, or nobody told. */
  principalId: z.string().nullable(),
  /** ARM resource ID of a managed identity. */
  resourceId: z.string().nullable(),
  /** Both empty for an application, and where the person may not read the identity in Azure. */
  subscriptionName: z.string(),
  location: z.string(),
  /** False where Azure broke off the list of its trusts. */
  allTrustsRead: z.boolean(),
  tags: fact(z.record(z.string(), z.string())),
  owners: fact(
    z.array(
      z.strictObject({
        displayName: z.string(),
        enabled: z.boolean().nullable(),
        /** Left out by readings of before it was kept. */
        objectId: z.string().optional(),
      }),
    ),
  ),
  isAksManaged: fact(z.boolean()),
  roles: fact(
    z.array(
      z.strictObject({
        scope,
        scopeKind,
        roleDefinitionId,
        roleName,
        ownerLike,
        broad,
        conditioned,
        /** Null where the definition could not be read. */
        canWrite: z.boolean().nullable(),
        /** Description of the assignment; null for none. */
        reason: z.string().nullable().optional(),
      }),
    ),
  ),
  appRoles: fact(
    z.array(
      z.strictObject({
        resourceAppId: z.string(),
        resourceName: z.string(),
        value: z.string().nullable(),
      }),
    ),
  ),
  directoryRoles: fact(
    z.array(
      z.strictObject({
        roleTemplateId: z.string(),
        displayName: z.string(),
        isPrivileged: z.boolean().nullable(),
        scope: z.string(),
      }),
    ),
  ),
  /** Microsoft's policies about trusts that are assigned over a managed identity; left out by portals that did not read them. */
  azurePolicies: fact(
    z.array(
      z.strictObject({
        id: z.string(),
        displayName: z.string(),
        effect: z.string(),
        parameters: z.record(z.string(), z.unknown()),
      }),
    ),
  ).optional(),
  /** The last sign-in by any of its credentials; null where there was none. The report lags by up to a day. */
  lastSignInAt: fact(z.string().nullable()),
})
export type InventoryParent = z.infer<typeof InventoryParent>
