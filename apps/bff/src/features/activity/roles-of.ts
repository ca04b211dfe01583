import { and, eq, inArray, sql, type SQL } from 'drizzle-orm'
import { activityEvent, rolePrincipal } from '../../db/schema.ts'
import type { Caller, SubscriptionReader } from '../../ports.ts'

/**
 * Changes of the roles that a principal holds. Their target is the assignment, which lies at any scope: only those in
 * subscriptions that the caller may read are told. Undefined where there is no principal.
 */
export async function rolesOf(
  subscriptions: SubscriptionReader,
  caller: Caller,
  principalId: string | null,
): Promise<SQL | undefined> {
  if (!principalId) return undefined
  const readable = await subscriptions.listSubscriptions(caller)
  const ids = readable.map(({ subscriptionId }) => subscriptionId.toLowerCase())
  return and(
    eq(activityEvent.tenantId, caller.tenantId),
    inArray(activityEvent.operation, ['role-assignment.create', 'role-assignment.delete']),
    eq(rolePrincipal(activityEvent), principalId.toLowerCase()),
    inArray(sql`split_part(${activityEvent.targetKey}, '/', 3)`, ids),
  )
}
