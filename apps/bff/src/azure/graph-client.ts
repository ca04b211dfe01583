import type { TokenCredential } from '@azure/core-auth'
import {
  bearerTokenAuthenticationPolicy,
  createEmptyPipeline,
  createHttpHeaders,
  createPipelineRequest,
  RestError,
  type HttpClient,
  type HttpMethods,
} from '@azure/core-rest-pipeline'
import { parseJson } from './azure-answer.ts'

export interface GraphRequest {
  readonly method?: HttpMethods
  /** Below the endpoint, with the version, each part encoded: `/v1.0/applications(appId='…')`. */
  readonly path: string
  readonly query?: Readonly<Record<string, string>>
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: unknown
}

export interface GraphAnswer {
  readonly status: number
  /** Parsed; undefined where there was no body. */
  readonly body: unknown
}

/** Sends requests to Microsoft Graph for one call of one person. */
export interface GraphClient {
  send(request: GraphRequest, signal: AbortSignal): Promise<GraphAnswer>
}

/** Only the bearer token is added, with the answer to a claims challenge: one policy above repeats (call-policy.ts). */
export function createGraphClient(
  endpoint: string,
  credential: TokenCredential,
  httpClient: HttpClient,
): GraphClient {
  const pipeline = createEmptyPipeline()
  pipeline.addPolicy(bearerTokenAuthenticationPolicy({ credential, scopes: `${endpoint}/.default` }))
  return {
    async send({ method = 'GET', path, query = {}, headers = {}, body }, abortSignal) {
      const url = new URL(endpoint + path)
      for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value)
      const request = createPipelineRequest({
        // Not every reader of a query takes a plus sign for a space; all take this.
        url: url.href.replaceAll('+', '%20'),
        method,
        headers: createHttpHeaders({
          accept: 'application/json',
          ...(body !== undefined && { 'content-type': 'application/json' }),
          ...headers,
        }),
        abortSignal,
        ...(body !== undefined && { body: JSON.stringify(body) }),
      })
      const { status, bodyAsText } = await pipeline.sendRequest(httpClient, request)
      // Any other refusal was thrown below; this one the bearer policy had to see.
      if (status === 401) throw new RestError('Graph challenged the token', { statusCode: status, request })
      return { status, body: bodyAsText ? parseJson(bodyAsText) : undefined }
    },
  }
}

/** Headers of queries beyond the simple ones. https://learn.microsoft.com/graph/aad-advanced-queries */
export const eventual = { consistencylevel: 'eventual' } as const

/** A value between the single quotes of a key or a filter, encoded for a path or not. */
export function quoted(value: string): string {
  return `'${value.replaceAll("'", "''")}'`
}
