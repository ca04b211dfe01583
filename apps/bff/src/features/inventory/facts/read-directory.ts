import type { ListPage, ParentOwners } from '../../../inventory-port.ts'
import { readItems } from '../scan/read-pages.ts'
import type { ScanContext } from '../scan/scan-context.ts'
import { pagesFor } from '../scan/scan-meter.ts'
import type { ValueOf } from './fact-maps.ts'

const pageSize = 999

/**
 * APIs whose application permissions reach over the whole tenant. Asking each once who was given what takes far fewer
 * requests than asking every identity. https://learn.microsoft.com/graph/api/serviceprincipal-list-approleassignedto
 */
const apis = [
  ['00000003-0000-0000-c000-000000000000', 'Microsoft Graph'],
  ['00000002-0000-0ff1-ce00-000000000000', 'Office 365 Exchange Online'],
  ['00000003-0000-0ff1-ce00-000000000000', 'SharePoint Online'],
] as const

type Graph = Pick<ScanContext, 'caller' | 'directory' | 'meter' | 'paced'>

/** Every item of a list of Graph; `part` names it among what the work takes at least. */
function readAll<T>(
  { meter, paced }: Graph,
  part: string,
  list: (cursor: string | null) => Promise<ListPage<T>>,
): Promise<T[]> {
  return readItems(
    (cursor) => paced.graph(() => list(cursor)),
    (total) => meter.least(part, pagesFor(total, pageSize)),
  )
}

/** Application permissions at these APIs, by the object ID of who was given them. */
export async function readAppRoles(graph: Graph): Promise<ReadonlyMap<string, ValueOf<'appRoles'>>> {
  const { caller, directory, meter, paced } = graph
  const options = meter.options('graph')
  const given = new Map<string, ValueOf<'appRoles'>>()
  for (const [appId, name] of apis) {
    const api = await paced.graph(() => directory.findApi(caller, appId, options))
    meter.least(`api ${appId}`, 1)
    if (api === null) continue
    const roles = await readAll(graph, `permissions ${appId}`, (cursor) =>
      directory.listGivenAppRoles(caller, api.principalId, cursor, options),
    )
    for (const { principalId, appRoleId } of distinctOf(roles)) {
      const key = principalId.toLowerCase()
      const value = api.values.get(appRoleId) ?? null
      given.set(key, [
        ...(given.get(key) ?? []),
        { resourceAppId: appId, resourceName: api.displayName || name, value },
      ])
    }
  }
  return given
}

/** Directory roles by the object ID of who holds them. */
export async function readDirectoryRoles(
  graph: Graph,
): Promise<ReadonlyMap<string, ValueOf<'directoryRoles'>>> {
  const { caller, directory, meter } = graph
  const options = meter.options('graph')
  const roles = await readAll(graph, 'directoryRoles', (cursor) =>
    directory.listDirectoryRoles(caller, cursor, options),
  )
  const byId = new Map(roles.flatMap((role) => [[role.id, role] as const, [role.templateId, role] as const]))
  const holders = await readAll(graph, 'directoryRoleHolders', (cursor) =>
    directory.listDirectoryRoleHolders(caller, cursor, options),
  )
  const held = Map.groupBy(distinctOf(holders), ({ principalId }) => principalId.toLowerCase())
  return new Map(
    [...held].map(([principalId, each]) => [
      principalId,
      each.map(({ roleDefinitionId, scope }) => {
        const role = byId.get(roleDefinitionId)
        return {
          roleTemplateId: role?.templateId ?? roleDefinitionId,
          displayName: role?.displayName ?? roleDefinitionId,
          isPrivileged: role?.isPrivileged ?? null,
          scope,
        }
      }),
    ]),
  )
}

/** Owners by client ID. */
export async function readOwners(
  graph: Graph,
  of: 'applications' | 'servicePrincipals',
): Promise<ReadonlyMap<string, ValueOf<'owners'>>> {
  const { caller, directory, meter } = graph
  const options = meter.options('graph')
  const found: ParentOwners[] = await readAll(graph, `owners of ${of}`, (cursor) =>
    directory.listParentOwners(caller, of, cursor, options),
  )
  return new Map(
    found.map(({ clientId, owners }) => [clientId.toLowerCase(), owners.map((one) => ({ ...one }))]),
  )
}

/** Object IDs by client ID. */
export async function readPrincipals(graph: Graph): Promise<ReadonlyMap<string, string>> {
  const { caller, directory, meter } = graph
  const options = meter.options('graph')
  const found = await readAll(graph, 'principals', (cursor) =>
    directory.listOwnPrincipals(caller, cursor, options),
  )
  return new Map(found.map(({ clientId, principalId }) => [clientId.toLowerCase(), principalId]))
}

/** A page that came twice brings its items twice. */
function distinctOf<T extends object>(items: readonly T[]): T[] {
  return [...new Map(items.map((item) => [JSON.stringify(item), item])).values()]
}
