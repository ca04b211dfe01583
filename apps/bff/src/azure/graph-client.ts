import type { TokenCredential } from '@azure/core-auth'
import type { HttpClient } from '@azure/core-rest-pipeline'
import { Client } from '@microsoft/microsoft-graph-client'
import { createGraphPipeline, GraphPipelineFailure } from './graph-pipeline.ts'

export interface GraphRequest {
  readonly method?: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  /** Below the endpoint, with the version, each part encoded: `/v1.0/applications(appId='…')`. */
  readonly path: string
  readonly query?: Readonly<Record<string, string>>
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: unknown
}

export interface GraphAnswer {
  /** Parsed; undefined where there was no body. */
  readonly body: unknown
}

/** Sends requests to Microsoft Graph for one call of one person. */
export interface GraphClient {
  send(request: GraphRequest, signal: AbortSignal): Promise<GraphAnswer>
}

/** The vendor's client over a chain of one middleware, so nothing in it repeats or follows redirects. */
export function createGraphClient(
  endpoint: string,
  credential: TokenCredential,
  httpClient: HttpClient,
): GraphClient {
  const client = Client.initWithMiddleware({
    baseUrl: endpoint,
    middleware: createGraphPipeline(endpoint, credential, httpClient),
  })
  return {
    async send(request, signal) {
      try {
        return { body: await sendThrough(client, request, signal) }
      } catch (error) {
        throw error instanceof GraphPipelineFailure ? error.cause : error
      }
    },
  }
}

function sendThrough(
  client: Client,
  { method = 'GET', path, query = {}, headers = {}, body }: GraphRequest,
  signal: AbortSignal,
): Promise<unknown> {
  const [, version = '', rest = ''] = /^\/([^/]+)(\/.*)$/.exec(path) ?? []
  // The vendor's client puts values into the address as they are given.
  const encoded = Object.entries(query).map(([name, value]) => [name, encodeURIComponent(value)])
  const request = client
    .api(rest)
    .version(version)
    .query(Object.fromEntries(encoded))
    .headers({ accept: 'application/json', ...headers })
    .option('signal', signal)
  if (method === 'GET') return request.get()
  if (method === 'DELETE') return request.delete()
  return method === 'POST' ? request.post(body) : request.patch(body)
}

/** Headers of queries beyond the simple ones. https://learn.microsoft.com/graph/aad-advanced-queries */
export const eventual = { consistencylevel: 'eventual' } as const

/** A value between the single quotes of a key or a filter, encoded for a path or not. */
export function quoted(value: string): string {
  return `'${value.replaceAll("'", "''")}'`
}
