import * as z from 'zod'
import type { Directory } from '../directory-port.ts'
import type { TokenSource } from '../ports.ts'
import type { GraphMethods } from './graph-methods.ts'
import { readPageOf } from './graph-shapes.ts'

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
      const held: string[] = []
      let hidden = false
      let cursor: string | null = null
      do {
        const body: unknown = await read(caller, {
          request: {
            path: '/v1.0/me/transitiveMemberOf',
            query: { $top: '999', ...(cursor !== null && { $skiptoken: cursor }) },
          },
          expects: 'list',
          need: 'readApplications',
          scope: '/',
        })
        const { items, nextCursor } = readPageOf(Membership, body)
        held.push(...items.flatMap(({ roleTemplateId }) => roleTemplateId ?? []))
        hidden ||= items.some(isHiddenRole)
        cursor = nextCursor
      } while (cursor !== null)
      return hidden ? null : held
    },
    listPermissions: async (caller) => (await tokens.graphToken(caller)).permissions,
  }
}

/** Without a permission for roles, Graph lists them by type and ID alone. */
function isHiddenRole(item: z.output<typeof Membership>): boolean {
  return item['@odata.type'] === '#microsoft.graph.directoryRole' && !item.roleTemplateId
}
