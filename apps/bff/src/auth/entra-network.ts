import type { INetworkModule, NetworkRequestOptions, NetworkResponse } from '@azure/msal-node'
import { PortalError } from '../errors.ts'

const deadlineMs = 10_000
const largestAnswerBytes = 1024 * 1024

interface EntraAnswer {
  readonly status: number
  readonly headers: Headers
  readonly text: string
}

/**
 * One request to Entra: a deadline, no redirects, at most 1 MiB. Throws PortalError UPSTREAM_TIMEOUT or UPSTREAM_FAILED
 * when there is no answer.
 */
async function askEntra(url: string, init: RequestInit = {}): Promise<EntraAnswer> {
  try {
    const response = await fetch(url, { ...init, redirect: 'error', signal: AbortSignal.timeout(deadlineMs) })
    return { status: response.status, headers: response.headers, text: await readLimited(response) }
  } catch (cause) {
    if (cause instanceof PortalError) throw cause
    const late = cause instanceof Error && cause.name === 'TimeoutError'
    throw new PortalError(late ? 'UPSTREAM_TIMEOUT' : 'UPSTREAM_FAILED', {
      detail: late ? 'Microsoft Entra did not answer in time.' : 'Microsoft Entra could not be reached.',
      nextStep: 'Try again in a minute.',
      upstream: {
        service: 'entra',
        status: null,
        code: null,
        message: null,
        requestId: null,
        correlationId: null,
      },
      cause,
    })
  }
}

/** JSON of a successful answer. Throws PortalError as `askEntra` does, and UPSTREAM_FAILED for anything else. */
export async function readEntraJson(url: string): Promise<unknown> {
  const { status, text } = await askEntra(url)
  if (status === 200) {
    try {
      return JSON.parse(text)
    } catch (cause) {
      throw unusable(status, cause)
    }
  }
  throw unusable(status)
}

/** The network as MSAL wants it, so that its calls keep the same limits. */
export const entraNetwork: INetworkModule = {
  sendGetRequestAsync: async <T>(url: string, options?: NetworkRequestOptions) =>
    await send<T>('GET', url, options),
  sendPostRequestAsync: async <T>(url: string, options?: NetworkRequestOptions) =>
    await send<T>('POST', url, options),
}

async function send<T>(
  method: string,
  url: string,
  options?: NetworkRequestOptions,
): Promise<NetworkResponse<T>> {
  const { status, headers, text } = await askEntra(url, {
    method,
    ...(options?.headers && { headers: options.headers }),
    ...(options?.body !== undefined && { body: options.body }),
  })
  try {
    // MSAL names the type and checks the fields it uses.
    return { status, headers: Object.fromEntries(headers), body: JSON.parse(text) as T }
  } catch (cause) {
    throw unusable(status, cause)
  }
}

async function readLimited(response: Response): Promise<string> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength
    if (size > largestAnswerBytes) throw unusable(response.status)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

function unusable(status: number, cause?: unknown): PortalError {
  return new PortalError('UPSTREAM_FAILED', {
    detail: `Microsoft Entra answered with something that is no complete answer (status ${status}).`,
    nextStep: 'Try again in a minute.',
    upstream: { service: 'entra', status, code: null, message: null, requestId: null, correlationId: null },
    cause,
  })
}
