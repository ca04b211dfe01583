import { createHttpHeaders, createPipelineRequest } from '@azure/core-rest-pipeline'
import * as z from 'zod'
import { isAtOrBelow } from '../domain/azure-policies.ts'
import { identityId } from '../domain/resource-ids.ts'
import type { Arm, Caller, ReadOptions, StoredPolicyAssignment } from '../ports.ts'
import type { ArmClients } from './arm-clients.ts'
import type { ArmMethods } from './arm-methods.ts'
import { parseJson } from './azure-answer.ts'
import { nothingReadable, UnreadableAnswer } from './azure-failures.ts'

const Assignment = z.looseObject({
  name: z.string().nullish(),
  properties: z.looseObject({
    displayName: z.string().nullish(),
    scope: z.string().nullish(),
    policyDefinitionId: z.string(),
    parameters: z.record(z.string(), z.looseObject({ value: z.unknown() })).nullish(),
    notScopes: z.array(z.string()).nullish(),
    enforcementMode: z.string().nullish(),
  }),
})
const Lock = z.looseObject({
  id: z.string(),
  name: z.string(),
  properties: z.looseObject({ level: z.string() }),
})

/** Far more than cover one identity, or are assigned in one subscription. */
const mostPages = 20

/**
 * What an organisation laid over an identity. The vendor's clients for it are two more packages for two reads:
 * https://learn.microsoft.com/rest/api/policy/policy-assignments/list-for-resource and
 * https://learn.microsoft.com/rest/api/resources/management-locks/list-by-scope
 */
export function governanceMethods({
  read,
}: ArmMethods): Pick<Arm, 'listPolicyAssignments' | 'listLocks' | 'listSubscriptionPolicies'> {
  async function list<T>(caller: Caller, { subscriptionId, scope, kind, options }: Listed<T>): Promise<T[]> {
    const { type, apiVersion, item, filter } = kind
    const filtered = filter === undefined ? '' : `$filter=${encodeURIComponent(filter)}&`
    const query = `${filtered}api-version=${apiVersion}`
    const first = `${encodeURI(scope)}/providers/Microsoft.Authorization/${type}?${query}`
    return await read(caller, 'list', options, (clients, signal) =>
      readPages(clients, subscriptionId, { first, item, signal }),
    )
  }
  return {
    async listPolicyAssignments(caller, path) {
      const kind = { ...policies, filter: 'atScope()' }
      const { subscriptionId } = path
      const found = await list(caller, { subscriptionId, scope: identityId(path), kind, options: {} })
      const id = identityId(path).toLowerCase()
      return found
        .filter(({ properties }) => !(properties.notScopes ?? []).some((scope) => isAtOrBelow(id, scope)))
        .map(toStored)
    },
    async listSubscriptionPolicies(caller, subscriptionId, options) {
      const scope = `/subscriptions/${subscriptionId}`
      const found = await list(caller, { subscriptionId, scope, kind: policies, options })
      return found.map((raw) => ({
        ...toStored(raw),
        scope: raw.properties.scope ?? scope,
        notScopes: raw.properties.notScopes ?? [],
      }))
    },
    async listLocks(caller, path) {
      const kind = { type: 'locks', apiVersion: '2020-05-01', item: Lock, filter: 'atScope()' }
      const { subscriptionId } = path
      const found = await list(caller, { subscriptionId, scope: identityId(path), kind, options: {} })
      return found.map(({ id, name, properties }) => ({
        name,
        level: properties.level,
        scope: id.slice(0, id.toLowerCase().lastIndexOf('/providers/microsoft.authorization/locks/')),
      }))
    },
  }
}

const policies = { type: 'policyAssignments', apiVersion: '2023-04-01', item: Assignment } as const

interface Listed<T> {
  readonly subscriptionId: string
  readonly scope: string
  readonly kind: {
    readonly type: string
    readonly apiVersion: string
    readonly item: z.ZodType<T>
    readonly filter?: string
  }
  readonly options: ReadOptions
}

function toStored({ name, properties }: z.output<typeof Assignment>): StoredPolicyAssignment {
  return {
    displayName: properties.displayName || (name ?? 'A policy'),
    definitionId: properties.policyDefinitionId,
    parameters: Object.fromEntries(
      Object.entries(properties.parameters ?? {}).map(([key, { value }]) => [key, value]),
    ),
    isEnforced: properties.enforcementMode?.toLowerCase() !== 'donotenforce',
  }
}

interface Pages<T> {
  /** Path and query below the endpoint. */
  readonly first: string
  readonly item: z.ZodType<T>
  readonly signal: AbortSignal
}

async function readPages<T>(
  clients: ArmClients,
  subscriptionId: string,
  { first, item, signal }: Pages<T>,
): Promise<T[]> {
  const Page = z.looseObject({ value: z.array(item), nextLink: z.string().nullish() })
  const found: T[] = []
  let url: string | null = `${clients.endpoint}${first}`
  for (let page = 0; url !== null && page < mostPages; page += 1) {
    const headers = createHttpHeaders({ accept: 'application/json' })
    const request = createPipelineRequest({ method: 'GET', url, abortSignal: signal, headers })
    const answer = await clients.identities(subscriptionId).sendRequest(request)
    const read = Page.safeParse(parseJson(answer.bodyAsText ?? ''))
    if (!read.success) throw new UnreadableAnswer(nothingReadable, 'in an unknown shape')
    found.push(...read.data.value)
    url = read.data.nextLink ?? null
  }
  if (url !== null) throw new UnreadableAnswer(nothingReadable, 'with a list that does not end')
  return found
}
