import { createHttpHeaders, createPipelineRequest } from '@azure/core-rest-pipeline'
import * as z from 'zod'
import type { ArmInventory } from '../inventory-port.ts'
import type { ArmMethods } from './arm-methods.ts'
import { parseJson } from './azure-answer.ts'
import { nothingReadable, UnreadableAnswer } from './azure-failures.ts'

const Page = z.looseObject({
  value: z.array(
    z.looseObject({
      caller: z.string().nullish(),
      resourceId: z.string().nullish(),
      eventTimestamp: z.string(),
      operationName: z.looseObject({ value: z.string() }),
      status: z.looseObject({ value: z.string() }),
    }),
  ),
  nextLink: z.string().nullish(),
})

/** https://learn.microsoft.com/rest/api/monitor/activity-logs/list; the vendor's client is one more package for one read. */
export function activityMethods({ read }: ArmMethods): Pick<ArmInventory, 'listCredentialWrites'> {
  return {
    async listCredentialWrites(caller, subscriptionId, { from, until, cursor }) {
      const filter = `eventTimestamp ge '${from.toISOString()}' and eventTimestamp le '${until.toISOString()}' and resourceProvider eq 'Microsoft.ManagedIdentity'`
      const query = new URLSearchParams({
        'api-version': '2015-04-01',
        $filter: filter,
        ...(cursor !== null && { $skiptoken: cursor }),
      })
      const path = `/subscriptions/${encodeURIComponent(subscriptionId)}/providers/Microsoft.Insights/eventtypes/management/values`
      const body = await read(caller, 'list', {}, async (clients, abortSignal) => {
        const request = createPipelineRequest({
          method: 'GET',
          url: `${clients.endpoint}${path}?${query.toString()}`,
          abortSignal,
          headers: createHttpHeaders({ accept: 'application/json' }),
        })
        const answer = await clients.identities(subscriptionId).sendRequest(request)
        const parsed = Page.safeParse(parseJson(answer.bodyAsText ?? ''))
        if (!parsed.success) throw new UnreadableAnswer(nothingReadable, 'in an unknown shape')
        return parsed.data
      })
      const items = body.value
        .filter(
          ({ operationName, status }) =>
            status.value === 'Succeeded' && /\/(write|delete)$/i.test(operationName.value),
        )
        .map((event) => ({
          target: event.resourceId ?? '',
          text: '',
          who: event.caller ?? '',
          at: new Date(event.eventTimestamp).toISOString(),
        }))
      return { items, total: null, nextCursor: tokenOf(body.nextLink) }
    },
  }
}

/** Only the token of the address is kept, so that no address of an answer is followed. */
function tokenOf(nextLink: string | null | undefined): string | null {
  if (!nextLink) return null
  const parameters = URL.canParse(nextLink) ? [...new URL(nextLink).searchParams] : []
  const token = parameters.find(([name]) => name.toLowerCase() === '$skiptoken')?.[1]
  if (token === undefined)
    throw new UnreadableAnswer(nothingReadable, 'with a next page that cannot be asked for')
  return token
}
