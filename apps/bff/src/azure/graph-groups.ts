import * as z from 'zod'
import { graphNeeds } from '../domain/graph-needs.ts'
import { demandNewPage } from '../domain/new-page.ts'
import { PortalError } from '../errors.ts'
import type { DirectoryInventory } from '../inventory-port.ts'
import type { Caller, ReadOptions } from '../ports.ts'
import { eventual } from './graph-client.ts'
import type { GraphMethods } from './graph-methods.ts'
import { readPageOf, readShape, type GraphPage } from './graph-shapes.ts'

const Id = z.looseObject({ id: z.string() })
const Batch = z.looseObject({
  responses: z.array(
    z.looseObject({
      id: z.string(),
      status: z.number(),
      headers: z.record(z.string(), z.string()).nullish(),
      body: z.unknown(),
    }),
  ),
})
type Answer = z.output<typeof Batch>['responses'][number]

const members = { $select: 'id', $top: '999', $count: 'true' } as const
const membersOf = (groupId: string) =>
  `/groups/${encodeURIComponent(groupId)}/transitiveMembers/microsoft.graph.servicePrincipal`

/**
 * Groups as holders of roles. Members are asked for twenty groups at a time, also those of groups in groups:
 * https://learn.microsoft.com/graph/json-batching and https://learn.microsoft.com/graph/api/group-list-transitivemembers
 */
export function groupMethods({
  read,
}: GraphMethods): Pick<DirectoryInventory, 'findGroups' | 'listGroupPrincipals'> {
  async function rest(caller: Caller, groupId: string, first: string, options: ReadOptions) {
    const found: string[] = []
    const seen = new Set([first])
    for (let cursor: string | null = first; cursor !== null;) {
      const query: Readonly<Record<string, string>> = { ...members, $skiptoken: cursor }
      const request = { path: `/v1.0${membersOf(groupId)}`, headers: eventual, query }
      const asked = { request, expects: 'list', need: 'readOwnGroups', scope: '/', options } as const
      const page: GraphPage<z.output<typeof Id>> = readPageOf(Id, await read(caller, asked))
      found.push(...page.items.map(({ id }) => id))
      cursor = page.nextCursor
      if (cursor !== null) demandNewPage(seen, cursor)
    }
    return found
  }
  return {
    async findGroups(caller, ids, options) {
      // https://learn.microsoft.com/graph/api/directoryobject-getbyids
      const body = { ids, types: ['group'] }
      const request = { method: 'POST', path: '/v1.0/directoryObjects/getByIds', body } as const
      const asked = { request, expects: 'list', need: 'readOwnGroups', scope: '/', options } as const
      return readPageOf(Id, await read(caller, asked)).items.map(({ id }) => id)
    },
    async listGroupPrincipals(caller, groupIds, options) {
      const query = new URLSearchParams(members).toString()
      const requests = groupIds.map((groupId) => ({
        id: groupId,
        method: 'GET',
        url: `${membersOf(groupId)}?${query}`,
        headers: { ConsistencyLevel: 'eventual' },
      }))
      const request = { method: 'POST', path: '/v1.0/$batch', body: { requests } } as const
      const asked = { request, expects: 'object', need: 'readOwnGroups', scope: '/', options } as const
      const { responses } = readShape(Batch, await read(caller, asked))
      const found = new Map<string, readonly string[]>()
      for (const groupId of groupIds) {
        const page = pageOf(responses.find(({ id }) => id === groupId))
        const more = page.nextCursor === null ? [] : await rest(caller, groupId, page.nextCursor, options)
        found.set(groupId, [...page.items.map(({ id }) => id), ...more])
      }
      return found
    },
  }
}

/** A group that is gone has no members. Throws what a request of its own would. */
function pageOf(answer: Answer | undefined) {
  if (answer?.status === 200) return readPageOf(Id, answer.body)
  if (answer?.status === 404) return { items: [], nextCursor: null }
  if (answer?.status === 429) {
    const wait = Object.entries(answer.headers ?? {}).find(([name]) => name.toLowerCase() === 'retry-after')
    const retryAfterSeconds = Number(wait?.[1])
    throw new PortalError('THROTTLED', Number.isFinite(retryAfterSeconds) ? { retryAfterSeconds } : {})
  }
  if (answer?.status === 403) {
    const { detail, nextStep } = graphNeeds.readOwnGroups
    throw new PortalError('FORBIDDEN', { detail, nextStep })
  }
  throw new PortalError('UPSTREAM_FAILED', {
    cause: new Error(`one request of a batch was answered ${answer?.status ?? 'not at all'}`),
  })
}
