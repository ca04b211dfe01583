import * as z from 'zod'
import { parseIdentityId } from '../domain/resource-ids.ts'
import { PortalError } from '../errors.ts'
import type { ArmInventory, ListPage } from '../inventory-port.ts'
import type { Caller, ReadOptions } from '../ports.ts'
import type { ArmMethods } from './arm-methods.ts'
import { toIdentity } from './to-identity.ts'

/** The most that Resource Graph gives at once. https://learn.microsoft.com/azure/governance/resource-graph/concepts/work-with-data */
const pageSize = 1000

const identities = `resources
| where type =~ 'microsoft.managedidentity/userassignedidentities'
| project id, location, tags, tenantId = tostring(properties.tenantId), clientId = tostring(properties.clientId), principalId = tostring(properties.principalId)
| order by id asc`

/**
 * Each assignment once, also those of management groups and of the root, which are shown only to who asks for them.
 * https://learn.microsoft.com/azure/governance/resource-graph/reference/supported-tables-resources#authorizationresources
 */
const assignments = `authorizationresources
| where type =~ 'microsoft.authorization/roleassignments'
| where tostring(properties.principalType) in~ ('ServicePrincipal', 'Group')
| project id, scope = tostring(properties.scope), roleDefinitionId = tostring(properties.roleDefinitionId), principalId = tostring(properties.principalId), principalType = tostring(properties.principalType), condition = tostring(properties.condition), description = tostring(properties.description)
| order by id asc`

const definitions = `authorizationresources
| where type =~ 'microsoft.authorization/roledefinitions'
| project id, roleName = tostring(properties.roleName), permissions = properties.permissions
| order by id asc`

const Tags = z.record(z.string(), z.unknown()).nullish()
const IdentityRow = z.looseObject({
  id: z.string(),
  location: z.string(),
  tags: Tags,
  tenantId: z.string().nullish(),
  clientId: z.string().nullish(),
  principalId: z.string().nullish(),
})
const AssignmentRow = z.looseObject({
  id: z.string(),
  scope: z.string(),
  roleDefinitionId: z.string(),
  principalId: z.string(),
  principalType: z.string(),
  condition: z.string().nullish(),
  description: z.string().nullish(),
})
const Actions = z.array(z.string()).nullish()
const RoleRow = z.looseObject({
  id: z.string(),
  roleName: z.string().nullish(),
  permissions: z
    .array(z.looseObject({ actions: Actions, notActions: Actions, dataActions: Actions }))
    .nullish(),
})

/** The tenant's identities and what they may do in Azure. Trusts are in no table of Resource Graph. */
export function armLists(
  { read }: ArmMethods,
  unsupportedRegions: readonly string[],
): Omit<ArmInventory, 'listCredentialWrites' | 'listSubscriptionPolicies'> {
  async function page<T>(
    caller: Caller,
    query: string,
    row: z.ZodType<T>,
    cursor: string | null,
    { onSent }: ReadOptions,
  ): Promise<ListPage<T>> {
    const Page = z.looseObject({
      data: z.array(row),
      skipToken: z.string().nullish(),
      totalRecords: z.number().nullish(),
    })
    const options = {
      top: pageSize,
      resultFormat: 'objectArray' as const,
      authorizationScopeFilter: 'AtScopeAboveAndBelow' as const,
      ...(cursor !== null && { skipToken: cursor }),
    }
    const background = { background: true, ...(onSent && { onSent }) }
    const body: unknown = await read(caller, 'object', background, (clients, abortSignal) =>
      clients.resourceGraph().resources({ query, options }, { abortSignal }),
    )
    const parsed = Page.safeParse(body)
    if (!parsed.success) {
      throw new PortalError('UPSTREAM_FAILED', {
        detail:
          'Azure Resource Graph sent an answer of an unknown shape, so nothing can be concluded from it.',
        cause: parsed.error,
      })
    }
    const { data, totalRecords, skipToken } = parsed.data
    return { items: data, total: totalRecords ?? null, nextCursor: skipToken ?? null }
  }
  return {
    async listIdentityResources(caller, cursor, options) {
      const found = await page(caller, identities, IdentityRow, cursor, options)
      const items = found.items.flatMap((row) => {
        const path = parseIdentityId(row.id)
        const identity = path && toIdentity(row, path, unsupportedRegions)
        return identity ? [{ ...identity, tags: textsOf(row.tags) }] : []
      })
      return { ...found, items }
    },
    async listPrincipalRoles(caller, cursor, options) {
      const found = await page(caller, assignments, AssignmentRow, cursor, options)
      const items = found.items.map((row) => ({
        ...row,
        principalKind: /^group$/i.test(row.principalType)
          ? ('group' as const)
          : ('servicePrincipal' as const),
        condition: row.condition || null,
        description: row.description || null,
      }))
      return { ...found, items }
    },
    async listRoleDefinitions(caller, cursor, options) {
      const found = await page(caller, definitions, RoleRow, cursor, options)
      const items = found.items.map(({ id, roleName, permissions }) => ({
        id,
        roleName: roleName ?? id,
        permissions: (permissions ?? []).map(({ actions, notActions }) => ({
          actions: actions ?? [],
          notActions: notActions ?? [],
        })),
        dataActions: (permissions ?? []).flatMap(({ dataActions }) => dataActions ?? []),
      }))
      return { ...found, items }
    },
  }
}

function textsOf(tags: z.output<typeof Tags>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(tags ?? {}).map(([name, value]) => [
      name,
      typeof value === 'string' ? value : JSON.stringify(value),
    ]),
  )
}
