import type { Operation } from '../../kernel/operation.ts'
import { crossOriginHeaders } from './cross-origin-headers.ts'

/**
 * Graph lets pages of every origin call it: the token alone decides.
 * https://learn.microsoft.com/graph/use-the-api
 */
export const answerPreflight: readonly Operation[] = (['v1.0', 'beta'] as const).map((version) => ({
  id: 'graph/answer-preflight',
  method: 'OPTIONS',
  path: `/${version}/{rest*}`,
  summary: 'What a browser asks before a page calls Graph',
  source: 'https://fetch.spec.whatwg.org/#cors-preflight-fetch',
  handle: ({ headers }) => ({
    status: 200,
    headers: {
      ...crossOriginHeaders,
      'access-control-allow-methods': 'GET, POST, PUT, PATCH, DELETE, OPTIONS',
      'access-control-allow-headers': headers['access-control-request-headers'] ?? '*',
      'access-control-max-age': '600',
    },
  }),
}))
