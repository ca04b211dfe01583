import * as z from 'zod'
import type { DirectoryInventory, ListPage, PrincipalWithTrusts } from '../inventory-port.ts'
import { parseIdentityId, trustId } from '../domain/resource-ids.ts'
import type { Caller, ReadOptions } from '../ports.ts'
import { filteredOrAll } from './filtered-or-all.ts'
import { foundOrNull } from './found-or-null.ts'
import { principalAddress } from './graph-addresses.ts'
import { eventual } from './graph-client.ts'
import type { GraphMethods, Need } from './graph-methods.ts'
import { GraphCredential, readPageOf, readShape, toStored } from './graph-shapes.ts'

/** The most that Graph sends at once. https://learn.microsoft.com/graph/paging */
const pageSize = '999'
const withTrusts = 'federatedIdentityCredentials/$count ne 0'
/** Those that may have trusts, where Graph does not look for them. */
const allOf = {
  applications: {},
  servicePrincipals: { $filter: "servicePrincipalType eq 'ManagedIdentity'" },
} as const

const Principal = z.looseObject({
  id: z.string(),
  appId: z.string(),
  displayName: z.string().nullish(),
  alternativeNames: z.array(z.string()).nullish(),
  federatedIdentityCredentials: z.array(GraphCredential).optional(),
  'federatedIdentityCredentials@odata.nextLink': z.string().optional(),
})
const Owner = z.looseObject({
  id: z.string(),
  displayName: z.string().nullish(),
  accountEnabled: z.boolean().nullish(),
})
const Owned = z.looseObject({
  appId: z.string(),
  owners: z.array(Owner).optional(),
})
const Ids = z.looseObject({ id: z.string(), appId: z.string() })
const ApiShape = z.looseObject({
  id: z.string(),
  displayName: z.string().nullish(),
  appRoles: z.array(z.looseObject({ id: z.string(), value: z.string().nullish() })).nullish(),
})
const Given = z.looseObject({ principalId: z.string(), appRoleId: z.string() })
const Holder = z.looseObject({
  principalId: z.string(),
  roleDefinitionId: z.string(),
  directoryScopeId: z.string().nullish(),
})
const Role = z.looseObject({
  id: z.string(),
  templateId: z.string().nullish(),
  displayName: z.string().nullish(),
  isPrivileged: z.boolean().nullish(),
})
const Activity = z.looseObject({
  appId: z.string(),
  lastSignInActivity: z.looseObject({ lastSignInDateTime: z.string().nullish() }).nullish(),
})

interface Asked<S extends z.ZodType> {
  readonly path: string
  readonly query: Readonly<Record<string, string>>
  readonly shape: S
  readonly need?: Need
}

/**
 * Whole-directory lists by advanced queries: https://learn.microsoft.com/graph/aad-advanced-queries. Owners are asked for
 * in a list of their own, since Graph expands one relation at a time.
 */
export function directoryLists({
  read,
}: GraphMethods): Omit<DirectoryInventory, 'listApplicationWrites' | 'findGroups' | 'listGroupPrincipals'> {
  async function page<S extends z.ZodType>(
    caller: Caller,
    cursor: string | null,
    options: ReadOptions,
    { path, query, shape, need = 'readApplications' }: Asked<S>,
  ): Promise<ListPage<z.output<S>>> {
    const all = { ...query, ...(cursor !== null && { $skiptoken: cursor }) }
    const request = { path, headers: eventual, query: all }
    return readPageOf(shape, await read(caller, { request, expects: 'list', need, scope: '/', options }))
  }
  const listed = { $count: 'true', $top: pageSize }
  return {
    async listPrincipalsWithTrusts(caller, cursor, options) {
      const found = await page(caller, cursor, options, {
        path: '/beta/servicePrincipals',
        query: {
          ...listed,
          $filter: withTrusts,
          $expand: 'federatedIdentityCredentials',
          $select: 'id,appId,displayName,alternativeNames',
        },
        shape: Principal,
      })
      return { ...found, items: found.items.map(toPrincipal) }
    },
    async listParentOwners(caller, of, cursor, options) {
      const found = await filteredOrAll(cursor, (place) =>
        page(caller, place.token, options, {
          path: `/beta/${of}`,
          query: {
            ...listed,
            ...(place.of === 'with-trusts' ? { $filter: withTrusts } : allOf[of]),
            $expand: 'owners($select=id,displayName,accountEnabled)',
            $select: 'id,appId',
          },
          shape: Owned,
        }),
      )
      const items = found.items.map(({ appId, owners = [] }) => ({
        clientId: appId,
        owners: owners.map((owner) => ({
          objectId: owner.id,
          displayName: owner.displayName ?? owner.id,
          enabled: owner.accountEnabled ?? null,
        })),
      }))
      return { ...found, items }
    },
    async listOwnPrincipals(caller, cursor, options) {
      const query = {
        ...listed,
        $filter: `appOwnerOrganizationId eq ${caller.tenantId}`,
        $select: 'id,appId',
      }
      const found = await page(caller, cursor, options, {
        path: '/v1.0/servicePrincipals',
        query,
        shape: Ids,
      })
      return { ...found, items: found.items.map(({ id, appId }) => ({ principalId: id, clientId: appId })) }
    },
    async findApi(caller, appId, options) {
      const request = { path: principalAddress(appId), query: { $select: 'id,displayName,appRoles' } }
      const asked = { request, expects: 'object', need: 'readApplications', scope: '/', options } as const
      const found = await foundOrNull(read(caller, asked), 'Request_ResourceNotFound')
      if (found === null) return null
      const { id, displayName, appRoles } = readShape(ApiShape, found)
      const values = (appRoles ?? []).flatMap((role) => (role.value ? [[role.id, role.value] as const] : []))
      return { principalId: id, displayName: displayName ?? appId, values: new Map(values) }
    },
    listGivenAppRoles: (caller, apiPrincipalId, cursor, options) =>
      page(caller, cursor, options, {
        path: `/v1.0/servicePrincipals/${encodeURIComponent(apiPrincipalId)}/appRoleAssignedTo`,
        query: { $top: pageSize },
        shape: Given,
      }),
    async listDirectoryRoleHolders(caller, cursor, options) {
      const path = '/beta/roleManagement/directory/roleAssignments'
      const query = { $top: pageSize }
      const asked = { path, query, shape: Holder, need: 'readDirectoryRoles' } as const
      const found = await page(caller, cursor, options, asked)
      const items = found.items.map((item) => ({ ...item, scope: item.directoryScopeId ?? '/' }))
      return { ...found, items }
    },
    async listDirectoryRoles(caller, cursor, options) {
      const path = '/beta/roleManagement/directory/roleDefinitions'
      const query = { $select: 'id,templateId,displayName,isPrivileged', $top: pageSize }
      const asked = { path, query, shape: Role, need: 'readDirectoryRoles' } as const
      const found = await page(caller, cursor, options, asked)
      const items = found.items.map(({ id, templateId, displayName, isPrivileged }) => ({
        id,
        templateId: templateId ?? id,
        displayName: displayName ?? id,
        isPrivileged: isPrivileged ?? null,
      }))
      return { ...found, items }
    },
    async listLastSignIns(caller, cursor, options) {
      const path = '/beta/reports/servicePrincipalSignInActivities'
      const asked = { path, query: { $top: pageSize }, shape: Activity, need: 'readSignIns' } as const
      const found = await page(caller, cursor, options, asked)
      const items = found.items.map(({ appId, lastSignInActivity }) => ({
        clientId: appId,
        at: lastSignInActivity?.lastSignInDateTime ?? null,
      }))
      return { ...found, items }
    },
  }
}

/** A managed identity's principal names its resource: https://learn.microsoft.com/graph/api/resources/serviceprincipal */
function toPrincipal(raw: z.output<typeof Principal>): PrincipalWithTrusts {
  const path = (raw.alternativeNames ?? []).map(parseIdentityId).find((found) => found !== null) ?? null
  const isWhole = raw['federatedIdentityCredentials@odata.nextLink'] === undefined
  const credentials = isWhole ? (raw.federatedIdentityCredentials ?? null) : null
  return {
    principalId: raw.id,
    clientId: raw.appId,
    displayName: raw.displayName ?? raw.appId,
    path,
    credentials:
      credentials?.map((credential) => {
        const { name, issuer, subject, audiences, expression } = toStored(credential, raw.appId)
        // As ARM tells of it: no ID of its own, and no description.
        const id = path === null ? `/servicePrincipals/${raw.id}/${name}` : trustId(path, name)
        return { id, name, issuer, subject, audiences, ...(expression && { expression }) }
      }) ?? null,
  }
}
