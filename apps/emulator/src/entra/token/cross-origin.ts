import type { EmulatorRequest, EmulatorResponse } from '../../kernel/operation.ts'
import type { RedirectType } from '../core/client-registration.ts'
import { crossOriginOnly, crossOriginRefused } from '../core/refusal.ts'

/**
 * What was issued to a single-page application is redeemed from a browser's page, and nothing else is.
 * https://learn.microsoft.com/entra/identity-platform/v2-oauth2-auth-code-flow#redirect-uris-for-single-page-apps-spas
 */
export function checkOrigin({ headers }: EmulatorRequest, redirectType: RedirectType): void {
  const { origin } = headers
  if (redirectType === 'spa' && origin === undefined) throw crossOriginOnly()
  if (redirectType !== 'spa' && origin !== undefined) throw crossOriginRefused(origin)
}

/** Lets the page that asked read the answer, errors too. */
export function allowOrigin({ headers }: EmulatorRequest, response: EmulatorResponse): EmulatorResponse {
  if (headers.origin === undefined) return response
  return {
    ...response,
    headers: { ...response.headers, 'access-control-allow-origin': headers.origin, vary: 'Origin' },
  }
}

/** Answers a browser's question whether a page may send a request. */
export function answerPreflight({ headers }: EmulatorRequest, methods: string): EmulatorResponse {
  const wanted = headers['access-control-request-headers']
  return {
    status: 200,
    headers: {
      'access-control-allow-origin': headers.origin ?? '*',
      'access-control-allow-methods': methods,
      ...(wanted === undefined ? {} : { 'access-control-allow-headers': wanted }),
      'access-control-max-age': '86400',
      vary: 'Origin',
    },
  }
}
