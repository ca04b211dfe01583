import type { TokenCredential } from '@azure/core-auth'
import {
  bearerTokenAuthenticationPolicy,
  createEmptyPipeline,
  createHttpHeaders,
  createPipelineRequest,
  RestError,
  type HttpClient,
  type HttpMethods,
  type PipelineRequest,
} from '@azure/core-rest-pipeline'
import { GraphClientError, type Context, type Middleware } from '@microsoft/microsoft-graph-client'

/**
 * What went wrong while sending is in `cause`. Graph's client makes a GraphError of every other error, without its class
 * and fields.
 */
export class GraphPipelineFailure extends GraphClientError {
  constructor(cause: unknown) {
    super('The request to Microsoft Graph failed')
    // The base class sets its own prototype.
    Object.setPrototypeOf(this, GraphPipelineFailure.prototype)
    this.cause = cause
  }
}

/**
 * The only middleware of Graph's client: it adds the bearer token, with the answer to a claims challenge, and sends. One
 * policy above repeats (call-policy.ts).
 */
export function createGraphPipeline(
  endpoint: string,
  credential: TokenCredential,
  httpClient: HttpClient,
): Middleware {
  const pipeline = createEmptyPipeline()
  pipeline.addPolicy(bearerTokenAuthenticationPolicy({ credential, scopes: `${endpoint}/.default` }))
  return {
    async execute(context) {
      const request = toPipelineRequest(context)
      try {
        const { status, bodyAsText, headers } = await pipeline.sendRequest(httpClient, request)
        // Any other refusal was thrown below; this one the bearer policy had to see.
        if (status === 401) throw new RestError('Graph challenged the token', { statusCode: status, request })
        context.response = new Response(bodyAsText || null, { status, headers: headers.toJSON() })
      } catch (error) {
        throw new GraphPipelineFailure(error)
      }
    },
  }
}

function toPipelineRequest({ request, options = {} }: Context): PipelineRequest {
  const { method, headers, signal, body } = options
  return createPipelineRequest({
    url: typeof request === 'string' ? request : request.url,
    // The client's own constants, which are these words.
    method: (method ?? 'GET') as HttpMethods,
    headers: createHttpHeaders(Object.fromEntries(new Headers(headers))),
    ...(signal && { abortSignal: signal }),
    ...(typeof body === 'string' && { body }),
  })
}
