import type { EmulatorResponse } from '../kernel/operation.ts'
import type { GithubCall } from './github-operation.ts'

const largestPage = 100
const standardPage = 30

/**
 * One page of a list, with the `Link` header to the others. Sizes that are no number or out of range become what GitHub
 * makes of them.
 * https://docs.github.com/rest/using-the-rest-api/using-pagination-in-the-rest-api
 */
export function paged<T>(
  { request, base }: GithubCall,
  items: readonly T[],
  toBody: (page: readonly T[]) => unknown,
): EmulatorResponse {
  const size = Math.min(largestPage, wholeNumber(request.query.get('per_page')) ?? standardPage)
  const page = wholeNumber(request.query.get('page')) ?? 1
  const last = Math.max(1, Math.ceil(items.length / size))
  const address = (number: number) => {
    const query = new URLSearchParams(request.query)
    query.set('page', String(number))
    return `${new URL(base).origin}${request.path}?${query.toString()}`
  }
  const links = [
    ...(page > 1 ? [`<${address(Math.min(page - 1, last))}>; rel="prev"`] : []),
    ...(page < last ? [`<${address(page + 1)}>; rel="next"`, `<${address(last)}>; rel="last"`] : []),
    ...(page > 1 ? [`<${address(1)}>; rel="first"`] : []),
  ]
  return {
    status: 200,
    ...(links.length > 0 ? { headers: { link: links.join(', ') } } : {}),
    body: toBody(items.slice((page - 1) * size, page * size)),
  }
}

function wholeNumber(text: string | null): number | undefined {
  const value = Number(text ?? '')
  return Number.isInteger(value) && value > 0 ? value : undefined
}
