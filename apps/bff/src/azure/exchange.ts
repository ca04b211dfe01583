import { request } from 'undici'
import * as z from 'zod'
import { PortalError } from '../errors.ts'
import type { Clock, Exchange, ExchangeAnswer, ExchangeRequest } from '../ports.ts'
import { parseJson } from './azure-answer.ts'

export interface ExchangeOptions {
  /** `https://login.microsoftonline.com/<tenant>`, without a slash at the end. */
  readonly authority: string
  /** The resource that is asked for: `https://management.azure.com`. */
  readonly armAudience: string
  readonly clock: Clock
}

const deadlineMs = 10_000
const largestAnswerBytes = 64 * 1024

/** The one field that is read of a success. The access token is never taken out of the parsed text. */
const Accepted = z.object({
  token_type: z.literal('Bearer'),
  expires_in: z.coerce.number().int().positive(),
})
const Refused = z.object({
  error: z.string().nullish(),
  error_description: z.string(),
  error_codes: z.array(z.number()).nullish(),
  trace_id: z.string().nullish(),
  correlation_id: z.string().nullish(),
  timestamp: z.string().nullish(),
})

/**
 * Entra's token endpoint, asked as a workload asks it: client credentials with the outside token as assertion.
 * https://learn.microsoft.com/entra/identity-platform/v2-oauth2-client-creds-grant-flow#third-case-access-token-request-with-a-federated-credential
 */
export function createExchange({ authority, armAudience, clock }: ExchangeOptions): Exchange {
  const address = `${authority}/oauth2/v2.0/token`
  const scope = `${armAudience}/.default`
  return {
    async exchange(wanted) {
      const startedAt = clock.now()
      const { status, text } = await post(address, formOf(wanted, scope))
      if (status === 429) throw new PortalError('THROTTLED')
      const answer = parseJson(text)
      const accepted = Accepted.safeParse(answer).data
      if (status === 200 && accepted !== undefined) {
        return { accepted: true, accessEndsAt: new Date(startedAt + accepted.expires_in * 1000) }
      }
      const refused = Refused.safeParse(answer).data
      if (status < 400 || status >= 500 || refused === undefined) {
        throw new PortalError('UPSTREAM_FAILED', {
          detail: `Entra answered ${status} without a usable reply.`,
        })
      }
      return toRefusal(refused)
    },
  }
}

function formOf({ clientId, assertion }: ExchangeRequest, scope: string): string {
  return new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: clientId,
    scope,
    client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    client_assertion: assertion,
  }).toString()
}

function toRefusal(refused: z.output<typeof Refused>): ExchangeAnswer {
  return {
    accepted: false,
    error: refused.error ?? null,
    description: refused.error_description,
    codes: refused.error_codes ?? [],
    traceId: refused.trace_id ?? null,
    correlationId: refused.correlation_id ?? null,
    timestamp: refused.timestamp ?? null,
  }
}

/** One POST without redirects. The causes of its errors name the address only: the form never gets into an error. */
async function post(address: string, body: string): Promise<{ status: number; text: string }> {
  const signal = AbortSignal.timeout(deadlineMs)
  try {
    const answer = await request(address, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
      body,
      signal,
    })
    return { status: answer.statusCode, text: await readCapped(answer.body) }
  } catch (error) {
    if (error instanceof PortalError) throw error
    if (signal.aborted) throw new PortalError('UPSTREAM_TIMEOUT', { cause: error })
    throw new PortalError('UPSTREAM_FAILED', { detail: 'The portal cannot reach Entra.', cause: error })
  }
}

async function readCapped(body: AsyncIterable<Buffer>): Promise<string> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of body) {
    bytes += chunk.length
    if (bytes > largestAnswerBytes) {
      throw new PortalError('UPSTREAM_FAILED', { detail: 'Entra answered with more than 64 KiB.' })
    }
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}
