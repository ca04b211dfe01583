import {
  createDefaultHttpClient,
  type HttpClient,
  type PipelineRequest,
  type PipelineResponse,
} from '@azure/core-rest-pipeline'
import { parseJson, readAnswer } from './azure-answer.ts'
import { AddressRefused, AnswerTooLarge, AzureRefusal, UnreadableAnswer } from './azure-failures.ts'

/** What a success must look like, so that a broken answer is never read as "there is nothing". */
export type Expected = 'list' | 'object' | 'nothing'

/** Larger answers are given up: no page of Azure comes near. */
const largestAnswerBytes = 16 * 1024 * 1024

const network = createDefaultHttpClient()

export interface AzureHttpClientOptions {
  /** Origin of the endpoint: the only place that the caller's token is sent to. */
  readonly origin: string
  readonly expects: Expected
  readonly now: () => Date
  /** Told the request id of each answer, for the audit record. */
  readonly onRequestId?: (requestId: string) => void
  readonly onSent?: (() => void) | undefined
}

/**
 * The lowest layer below the vendor's clients: every send passes here, also those to a `nextLink` and repeated ones.
 * Throws AddressRefused, AzureRefusal, UnreadableAnswer, or the network's own error.
 */
export function createAzureHttpClient(options: AzureHttpClientOptions): HttpClient {
  const visited = new Set<string>()
  return {
    async sendRequest(request) {
      refuseStrangeAddress(request, options.origin)
      if (visited.has(request.url)) throw new AddressRefused('Azure named the same page of a list twice')
      options.onSent?.()
      const response = await sendLimited(request)
      const body = response.bodyAsText ?? ''
      const answer = readAnswer(response.status, response.headers, body, options.now())
      if (answer.requestId !== null) options.onRequestId?.(answer.requestId)
      // The SDK's own bearer policy answers a claims challenge: it has to see that response.
      if (answer.wantsClaims) return response
      if (response.status >= 400) throw new AzureRefusal(answer)
      const flaw = findFlaw(response, body, options.expects)
      if (flaw !== null) throw new UnreadableAnswer(answer, flaw)
      visited.add(request.url)
      return response
    },
  }
}

function refuseStrangeAddress(request: PipelineRequest, origin: string): void {
  const url = new URL(request.url)
  if (url.origin !== origin || url.username !== '') {
    throw new AddressRefused(`Azure named an address at ${url.origin}, which is not the configured endpoint`)
  }
}

async function sendLimited(request: PipelineRequest): Promise<PipelineResponse> {
  let tooLarge = false
  request.onDownloadProgress = ({ loadedBytes }) => {
    tooLarge = loadedBytes > largestAnswerBytes
    if (tooLarge) throw new Error(`${loadedBytes} bytes`)
  }
  try {
    return await network.sendRequest(request)
  } catch (cause) {
    // The SDK wraps what is thrown above in an error of its own, which reads like broken JSON.
    throw tooLarge ? new AnswerTooLarge(cause) : cause
  }
}

function findFlaw(response: PipelineResponse, body: string, expects: Expected): string | null {
  if (response.status >= 300) return 'with a redirect'
  if (expects === 'nothing') return null
  if (!/^application\/json\b/i.test(response.headers.get('content-type') ?? '')) return 'not with JSON'
  const parsed = parseJson(body)
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) return 'with broken JSON'
  if (expects === 'list' && !('value' in parsed && Array.isArray(parsed.value))) return 'without a list'
  return null
}
