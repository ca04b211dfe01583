import * as z from 'zod'
import type { Directory } from '../directory-port.ts'
import type { TokenSource } from '../ports.ts'
import type { GraphMethods } from './graph-methods.ts'
import { readEveryPage } from './graph-pages.ts'

const Membership = z.looseObject({
  '@odata.type': z.string().nullish(),
  roleTemplateId: z.string().nullish(),
})

/** https://learn.microsoft.com/graph/api/user-list-transitivememberof */
export function personMethods(
  { read }: GraphMethods,
  tokens: Pick<TokenSource, 'graphToken'>,
): Pick<Directory, 'listOwnRoles' | 'listPermissions'> {
  return {
    async listOwnRoles(caller) {
      const request = { path: '/v1.0/me/transitiveMemberOf', query: { $top: '999' } }
      const asked = { request, expects: 'list', need: 'readApplications', scope: '/' } as const
      const memberships = await readEveryPage(read, caller, asked, Membership)
      if (memberships.some(isHiddenRole)) return null
      return memberships.flatMap(({ roleTemplateId }) => roleTemplateId ?? [])
    },
    listPermissions: async (caller) => (await tokens.graphToken(caller)).permissions,
  }
}

/** Without a permission for roles, Graph lists them by type and ID alone. */
function isHiddenRole(item: z.output<typeof Membership>): boolean {
  return item['@odata.type'] === '#microsoft.graph.directoryRole' && !item.roleTemplateId
}
