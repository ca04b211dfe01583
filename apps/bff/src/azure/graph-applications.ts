import * as z from 'zod'
import type { Directory } from '../directory-port.ts'
import { applicationId } from '../domain/resource-ids.ts'
import { foundOrNull } from './found-or-null.ts'
import type { GraphMethods } from './graph-methods.ts'
import { searchRequest } from './graph-search.ts'
import { applicationFields, GraphApplication, readPageOf, readShape, toApplication } from './graph-shapes.ts'
import { applicationAddress, principalAddress } from './graph-addresses.ts'
import { readEveryPage } from './graph-pages.ts'

type Methods = Pick<
  Directory,
  'searchApplications' | 'readApplication' | 'listOwners' | 'findServicePrincipal'
>

const Principal = z.looseObject({ id: z.string() })

/** Owners are people and service principals. https://learn.microsoft.com/graph/api/application-list-owners */
const Owner = z.looseObject({
  '@odata.type': z.string().nullish(),
  id: z.string(),
  displayName: z.string().nullish(),
  userPrincipalName: z.string().nullish(),
})

const kinds: Readonly<Record<string, 'user' | 'servicePrincipal'>> = {
  '#microsoft.graph.user': 'user',
  '#microsoft.graph.servicePrincipal': 'servicePrincipal',
}

/** https://learn.microsoft.com/graph/api/resources/application */
export function applicationMethods({ read }: GraphMethods): Methods {
  const need = 'readApplications'
  return {
    async searchApplications(caller, query) {
      const request = searchRequest(query)
      const page = readPageOf(
        GraphApplication,
        await read(caller, { request, expects: 'list', need, scope: '/' }),
      )
      return {
        applications: page.items.map(toApplication),
        total: page.total,
        nextCursor: page.nextCursor,
      }
    },
    async readApplication(caller, appId) {
      const request = { path: applicationAddress(appId), query: { $select: applicationFields } }
      const body = await read(caller, { request, expects: 'object', need, scope: applicationId(appId) })
      return toApplication(readShape(GraphApplication, body))
    },
    async listOwners(caller, appId) {
      const request = {
        path: `${applicationAddress(appId)}/owners`,
        query: { $select: 'id,displayName,userPrincipalName' },
      }
      const asked = { request, expects: 'list', need, scope: applicationId(appId) } as const
      const owners = await readEveryPage(read, caller, asked, Owner)
      return owners.map((owner) => ({
        objectId: owner.id,
        kind: kinds[owner['@odata.type'] ?? ''] ?? 'other',
        displayName: owner.displayName ?? null,
        username: owner.userPrincipalName ?? null,
      }))
    },
    async findServicePrincipal(caller, appId) {
      const request = { path: principalAddress(appId), query: { $select: 'id' } }
      const scope = applicationId(appId)
      const found = await foundOrNull(
        read(caller, { request, expects: 'object', need, scope }),
        'Request_ResourceNotFound',
      )
      return found === null ? null : readShape(Principal, found).id
    },
  }
}
