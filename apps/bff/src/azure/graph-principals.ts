import type { DirectoryPrincipal } from '@trustwright/shared-schemas'
import * as z from 'zod'
import type { Directory } from '../directory-port.ts'
import { eventual, quoted } from './graph-client.ts'
import type { GraphMethods } from './graph-methods.ts'
import { readPageOf } from './graph-shapes.ts'

/** Of a type that the person may not read, Graph tells the type and the ID alone. */
const Principal = z.looseObject({
  '@odata.type': z.string().nullish(),
  id: z.string(),
  displayName: z.string().nullish(),
  userPrincipalName: z.string().nullish(),
  accountEnabled: z.boolean().nullish(),
})

const kinds = { '#microsoft.graph.user': 'person', '#microsoft.graph.group': 'group' } as const
const most = 10

export function principalMethods({ read }: GraphMethods): Pick<Directory, 'readPrincipals' | 'searchGroups'> {
  return {
    async readPrincipals(caller, ids) {
      // https://learn.microsoft.com/graph/api/directoryobject-getbyids
      const body = { ids, types: ['user', 'group'] }
      const request = { method: 'POST', path: '/v1.0/directoryObjects/getByIds', body } as const
      const asked = { request, expects: 'list', need: 'readPrincipals', scope: '/' } as const
      return readPageOf(Principal, await read(caller, asked)).items.flatMap((item) => {
        const type = item['@odata.type']
        return isKnown(type) ? [toPrincipal(item, kinds[type])] : []
      })
    },
    async searchGroups(caller, text) {
      // https://learn.microsoft.com/graph/api/group-list
      const request = {
        path: '/v1.0/groups',
        headers: eventual,
        query: {
          $filter: `startswith(displayName,${quoted(text)})`,
          $select: 'id,displayName',
          $count: 'true',
          $top: String(most),
        },
      }
      const asked = { request, expects: 'list', need: 'searchGroups', scope: '/' } as const
      return readPageOf(Principal, await read(caller, asked)).items.map((item) => toPrincipal(item, 'group'))
    },
  }
}

function isKnown(type: string | null | undefined): type is keyof typeof kinds {
  return typeof type === 'string' && Object.hasOwn(kinds, type)
}

function toPrincipal(
  { accountEnabled, displayName, id, userPrincipalName }: z.output<typeof Principal>,
  kind: DirectoryPrincipal['kind'],
): DirectoryPrincipal {
  return {
    objectId: id.toLowerCase(),
    kind,
    displayName: displayName ?? '',
    username: kind === 'person' ? (userPrincipalName ?? null) : null,
    enabled: kind === 'person' ? (accountEnabled ?? null) : null,
  }
}
