import { z } from 'zod'
import type { GraphCall } from '../core/graph-call.ts'
import { readObject } from '../core/read-object.ts'
import { refuse } from '../core/refusal.ts'
import { batchFaults } from './batch-faults.ts'

export const mostInOneBatch = 20

const schema = z.looseObject({
  id: z.string().min(1),
  method: z.string().regex(/^(GET|POST|PUT|PATCH|DELETE)$/i),
  url: z.string().min(1),
  headers: z.record(z.string(), z.string()).optional(),
  body: z.unknown().optional(),
  dependsOn: z.array(z.string()).optional(),
})

export type BatchItem = z.infer<typeof schema>

/**
 * The requests of a batch. Throws 400 for the batch as a whole when one is malformed, an id is used twice, there are more
 * than 20, or `dependsOn` names an unknown or a later request. https://learn.microsoft.com/graph/json-batching
 */
export function readBatch(call: GraphCall): BatchItem[] {
  const { requests } = readObject(call)
  if (!Array.isArray(requests) || requests.length === 0) throw refuse(batchFaults.noRequests())
  if (requests.length > mostInOneBatch) throw refuse(batchFaults.tooMany())
  const items = requests.map((request: unknown) => {
    const parsed = schema.safeParse(request)
    if (!parsed.success) throw refuse(batchFaults.malformed())
    return parsed.data
  })
  for (const [place, item] of items.entries()) demandPlace(item, items.slice(0, place))
  return items
}

function demandPlace(
  { id, method, headers, body, dependsOn = [] }: BatchItem,
  earlier: readonly BatchItem[],
): void {
  if (earlier.some((other) => other.id === id)) throw refuse(batchFaults.sameId(id))
  const unknown = dependsOn.find((name) => !earlier.some((other) => other.id === name))
  if (unknown !== undefined) throw refuse(batchFaults.dependency(unknown))
  const typed = Object.keys(headers ?? {}).some((name) => name.toLowerCase() === 'content-type')
  if (body !== undefined && !typed && method.toUpperCase() !== 'GET')
    throw refuse(batchFaults.contentType(id))
}
