import type { NextLinkFault } from './faults.ts'
import type { EmulatorRequest, EmulatorResponse } from './operation.ts'

/** Where Graph, ARM and Resource Graph name the next page. */
const linkNames = ['@odata.nextLink', 'nextLink'] as const
const tokenName = '$skipToken'

/** The answer with another link to the next page; one that is the last page, or no page, stays as it is. */
export function withNextLink(
  response: EmulatorResponse,
  request: EmulatorRequest,
  fault: NextLinkFault,
): EmulatorResponse {
  const { body } = response
  if (!isRecord(body)) return response
  const name = [...linkNames, tokenName].find((known) => typeof body[known] === 'string')
  if (name === undefined) return response
  const { [name]: link, ...rest } = body
  if (fault === 'missing') return { ...response, body: rest }
  const changed = name === tokenName ? tokenFor(request, fault) : linkFor(String(link), request, fault)
  return { ...response, body: { ...rest, ...(changed === undefined ? {} : { [name]: changed }) } }
}

function linkFor(link: string, request: EmulatorRequest, fault: 'repeats' | 'expired'): string {
  if (fault === 'expired') return link.replace(/(skiptoken=)[^&]*/i, '$1expired')
  const query = request.query.toString()
  return `${request.origin}${request.path}${query === '' ? '' : `?${query}`}`
}

/** Resource Graph takes the token in the body; the first page has none to repeat, so that its token starts anew. */
function tokenFor({ body }: EmulatorRequest, fault: 'repeats' | 'expired'): string {
  if (fault === 'expired') return 'expired'
  const sent = /"\$skipToken"\s*:\s*"([^"]+)"/.exec(body)?.[1]
  return sent ?? Buffer.from(JSON.stringify({ RowsToSkip: 0 })).toString('base64')
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
