import type { TokenCredential } from '@azure/core-auth'
import {
  bearerTokenAuthenticationPolicy,
  createEmptyPipeline,
  createHttpHeaders,
  createPipelineRequest,
  RestError,
  type HttpClient,
} from '@azure/core-rest-pipeline'
import { parseJson } from './azure-answer.ts'

/** One query of Azure Resource Graph; the parsed answer. */
export type QueryResources = (body: Record<string, unknown>, signal: AbortSignal) => Promise<unknown>

/** https://learn.microsoft.com/rest/api/azureresourcegraph/resourcegraph/resources/resources */
export function createQueryResources(
  endpoint: string,
  credential: TokenCredential,
  httpClient: HttpClient,
): QueryResources {
  const pipeline = createEmptyPipeline()
  pipeline.addPolicy(bearerTokenAuthenticationPolicy({ credential, scopes: `${endpoint}/.default` }))
  return async (body, abortSignal) => {
    const request = createPipelineRequest({
      url: `${endpoint}/providers/Microsoft.ResourceGraph/resources?api-version=2021-03-01`,
      method: 'POST',
      headers: createHttpHeaders({ 'content-type': 'application/json', accept: 'application/json' }),
      body: JSON.stringify(body),
      abortSignal,
    })
    const { status, bodyAsText } = await pipeline.sendRequest(httpClient, request)
    // Any other refusal was thrown below; this one the bearer policy had to see.
    if (status === 401) throw new RestError('ARM challenged the token', { statusCode: status, request })
    return parseJson(bodyAsText ?? '')
  }
}
