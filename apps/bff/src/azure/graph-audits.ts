import * as z from 'zod'
import type { DirectoryInventory } from '../inventory-port.ts'
import type { GraphMethods } from './graph-methods.ts'
import { readPageOf } from './graph-shapes.ts'

const Audit = z.looseObject({
  activityDateTime: z.string(),
  initiatedBy: z
    .looseObject({
      user: z.looseObject({ userPrincipalName: z.string().nullish(), id: z.string().nullish() }).nullish(),
      app: z.looseObject({ displayName: z.string().nullish(), appId: z.string().nullish() }).nullish(),
    })
    .nullish(),
  targetResources: z
    .array(z.looseObject({ id: z.string().nullish(), modifiedProperties: z.unknown().optional() }))
    .nullish(),
})

/** https://learn.microsoft.com/graph/api/directoryaudit-list */
export function auditMethods({ read }: GraphMethods): Pick<DirectoryInventory, 'listApplicationWrites'> {
  return {
    async listApplicationWrites(caller, { from, until, cursor }) {
      const filter = `category eq 'ApplicationManagement' and activityDateTime ge ${from.toISOString()} and activityDateTime le ${until.toISOString()}`
      const query = { $filter: filter, $top: '500', ...(cursor !== null && { $skiptoken: cursor }) }
      const request = { path: '/v1.0/auditLogs/directoryAudits', query }
      const asked = { request, expects: 'list', need: 'readSignIns', scope: '/' } as const
      const page = readPageOf(Audit, await read(caller, asked))
      const items = page.items.flatMap(({ activityDateTime, initiatedBy, targetResources }) =>
        (targetResources ?? []).map(({ id, modifiedProperties }) => ({
          target: id ?? '',
          text: JSON.stringify(modifiedProperties ?? ''),
          who:
            initiatedBy?.user?.userPrincipalName ??
            initiatedBy?.app?.displayName ??
            initiatedBy?.user?.id ??
            initiatedBy?.app?.appId ??
            '',
          at: new Date(activityDateTime).toISOString(),
        })),
      )
      return { ...page, items }
    },
  }
}
