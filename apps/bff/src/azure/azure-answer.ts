import * as z from 'zod'

/** What Azure answered, cut down to what an error needs. `retryAfterSeconds` is never negative. */
export interface AzureAnswer {
  readonly status: number
  readonly code: string | null
  readonly message: string | null
  readonly requestId: string | null
  readonly correlationId: string | null
  readonly retryAfterSeconds: number | null
  /** True when the 401 carries a claims challenge (step-up, continuous access evaluation). */
  readonly wantsClaims: boolean
}

export interface AnswerHeaders {
  get(name: string): string | undefined
}

const ErrorBody = z.object({
  error: z.object({ code: z.string().nullish(), message: z.string().nullish() }),
})

/**
 * Reads an answer of ARM or Graph. The error envelope of both is `{error:{code,message}}`:
 * https://github.com/microsoft/api-guidelines/blob/vNext/azure/Guidelines.md#handling-errors. Graph has its own names
 * for the ids: https://learn.microsoft.com/graph/best-practices-concept#reliability-and-support
 */
export function readAnswer(status: number, headers: AnswerHeaders, body: string, now: Date): AzureAnswer {
  const error = ErrorBody.safeParse(parseJson(body)).data?.error
  return {
    status,
    code: error?.code ?? null,
    message: error?.message ?? null,
    requestId: headers.get('x-ms-request-id') ?? headers.get('request-id') ?? null,
    correlationId: headers.get('x-ms-correlation-request-id') ?? headers.get('client-request-id') ?? null,
    retryAfterSeconds: readRetryAfter(headers, now),
    wantsClaims: status === 401 && /\bclaims="/.test(headers.get('www-authenticate') ?? ''),
  }
}

/** Seconds to wait; null where Azure named none, or nothing readable (RFC 9110 §10.2.3: seconds or a date). */
export function readRetryAfter(headers: AnswerHeaders, now: Date): number | null {
  for (const name of ['retry-after-ms', 'x-ms-retry-after-ms']) {
    const milliseconds = headers.get(name)
    if (milliseconds !== undefined && /^\d{1,9}$/.test(milliseconds)) return Number(milliseconds) / 1000
  }
  const value = headers.get('retry-after')?.trim()
  if (value === undefined) return null
  if (/^\d{1,9}$/.test(value)) return Number(value)
  const at = /^[A-Z][a-z]{2}, /.test(value) ? Date.parse(value) : Number.NaN
  return Number.isNaN(at) ? null : Math.max(0, Math.ceil((at - now.getTime()) / 1000))
}

/** The parsed text, or undefined where it is not JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // Only a syntax error can be thrown here; the caller decides what "not JSON" means.
    return undefined
  }
}
