import * as z from 'zod'
import type { Directory } from '../directory-port.ts'
import type { TokenSource } from '../ports.ts'
import type { GraphMethods } from './graph-methods.ts'
import { readEveryPage } from './graph-pages.ts'
import { readPageOf } from './graph-shapes.ts'

const Membership = z.looseObject({
  '@odata.type': z.string().nullish(),
  roleTemplateId: z.string().nullish(),
})

/** https://learn.microsoft.com/graph/api/directoryobject-checkmembergroups */
const mostGroups = 20

/** https://learn.microsoft.com/graph/api/user-list-transitivememberof */
export function personMethods(
  { read }: GraphMethods,
  tokens: Pick<TokenSource, 'graphToken'>,
): Pick<Directory, 'listOwnRoles' | 'checkMemberGroups' | 'listPermissions'> {
  return {
    async listOwnRoles(caller) {
      const request = { path: '/v1.0/me/transitiveMemberOf', query: { $top: '999' } }
      const asked = { request, expects: 'list', need: 'readApplications', scope: '/' } as const
      const memberships = await readEveryPage(read, caller, asked, Membership)
      if (memberships.some(isHiddenRole)) return null
      return memberships.flatMap(({ roleTemplateId }) => roleTemplateId ?? [])
    },
    async checkMemberGroups(caller, groupIds) {
      const found: string[] = []
      for (let from = 0; from < groupIds.length; from += mostGroups) {
        const body = { groupIds: groupIds.slice(from, from + mostGroups) }
        const request = { method: 'POST', path: '/v1.0/me/checkMemberGroups', body } as const
        const asked = { request, expects: 'list', need: 'readOwnGroups', scope: '/' } as const
        found.push(...readPageOf(z.string(), await read(caller, asked)).items)
      }
      return found
    },
    listPermissions: async (caller) => (await tokens.graphToken(caller)).permissions,
  }
}

/** Without a permission for roles, Graph lists them by type and ID alone. */
function isHiddenRole(item: z.output<typeof Membership>): boolean {
  return item['@odata.type'] === '#microsoft.graph.directoryRole' && !item.roleTemplateId
}
