import type { EmulatorResponse } from '../../kernel/operation.ts'
import type { GraphCall } from '../core/graph-call.ts'
import { faultAnswer, graphOperation } from '../core/graph-operation.ts'
import { readBatch, type BatchItem } from './batch-body.ts'
import { batchFaults, failedDependency } from './batch-faults.ts'

export const postBatch = graphOperation({
  id: 'graph/post-batch',
  method: 'POST',
  path: '/$batch',
  summary: 'Up to 20 requests in one, each with a status of its own',
  source: 'https://learn.microsoft.com/graph/json-batching',
  permissions: 'anyone',
  quota: 'none',
  handle: async (call) => {
    const items = readBatch(call)
    const answers = new Map<string, EmulatorResponse>()
    for (const item of items) {
      const failed = item.dependsOn?.some((name) => (answers.get(name)?.status ?? 424) >= 400)
      answers.set(item.id, failed ? faultAnswer(failedDependency, call) : await answerItem(call, item))
    }
    const responses = [...answers].map(([id, { status, headers, body }]) => ({
      id,
      status,
      headers: headersOf(headers),
      ...(body === undefined
        ? {}
        : { body: typeof body === 'string' ? Buffer.from(body).toString('base64') : body }),
    }))
    return { status: 200, body: { responses } }
  },
})

/** The whole request's token and client request id go with each; its own headers come on top. */
async function answerItem(
  call: GraphCall,
  { method, url, headers = {}, body }: BatchItem,
): Promise<EmulatorResponse> {
  const { request, version, world } = call
  if (/^[a-z]+:/i.test(url)) return faultAnswer(batchFaults.absoluteUrl(), call)
  const target = new URL(`${request.origin}/${version}/${url.replace(/^\//, '')}`)
  if (!staysBelow(target.pathname, version)) return faultAnswer(batchFaults.outside(url), call)
  if (target.pathname.toLowerCase().endsWith('/$batch')) return faultAnswer(batchFaults.nested(), call)
  const own = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value] as const)
  return world.dispatch({
    ...request,
    method: method.toUpperCase(),
    path: target.pathname,
    params: {},
    query: target.searchParams,
    headers: {
      authorization: request.headers.authorization,
      'client-request-id': request.headers['client-request-id'],
      ...Object.fromEntries(own),
    },
    body: body === undefined ? '' : JSON.stringify(body),
  })
}

/** Dots in a segment, encoded or not, must not lead to what stands beside Graph. */
function staysBelow(path: string, version: string): boolean {
  return path.toLowerCase().startsWith(`/${version.toLowerCase()}/`) && !/%2f|%5c/i.test(path)
}

/** Names as Graph spells them inside a batch, and only those that belong to the one answer. */
function headersOf(headers: EmulatorResponse['headers'] = {}): Record<string, string> {
  const kept: Record<string, string> = {
    'cache-control': 'Cache-Control',
    'content-type': 'Content-Type',
    location: 'Location',
    'retry-after': 'Retry-After',
    'request-id': 'request-id',
    'x-ms-resource-unit': 'x-ms-resource-unit',
    'x-ms-throttle-scope': 'x-ms-throttle-scope',
    'x-ms-throttle-information': 'x-ms-throttle-information',
  }
  const present = Object.entries(headers).flatMap(([name, value]) => {
    const spelt = kept[name.toLowerCase()]
    return spelt === undefined ? [] : [[spelt, [value].flat().join(', ')] as const]
  })
  return Object.fromEntries(present)
}
