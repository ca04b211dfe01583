import type { Recognised } from '@trustwright/federation'
import { shorten } from '../../lib/shorten.ts'
import type { Workload } from './workload-words.ts'

const longestPlace = 60

/** Jobs of GitHub, by the form of their subject and the GitHub they run on. */
export function githubWorkload({ workload, qualifier, fields }: Recognised): Workload {
  const { entity = '', repository = '' } = fields
  const host = hostWords(fields)
  if (entity === 'pull-request')
    return { who: `Jobs of any pull request of ${workload}${host}`, narrow: false }
  if (repository === '') {
    return { who: `Jobs${host} of any repository whose token carries ${workload}`, narrow: false }
  }
  if (entity === 'template') {
    const isOpen = qualifier === null || qualifier === 'any run' || qualifier.includes('pull_request')
    const which = isOpen
      ? `Jobs of ${workload}${host}`
      : `Jobs of ${workload}${host} (${shorten(qualifier, longestPlace)})`
    return { who: which, narrow: !isOpen }
  }
  const place = placeOf(fields)
  return place === null
    ? { who: `Jobs of ${workload}${host} whose token has exactly this subject`, narrow: true }
    : { who: `Jobs ${place} of ${workload}${host}`, narrow: true }
}

function placeOf({ environment, branch, tag }: Recognised['fields']): string | null {
  if (environment !== undefined) return `in environment ${shorten(environment, longestPlace)}`
  if (branch !== undefined) return `on branch ${shorten(branch, longestPlace)}`
  return tag === undefined ? null : `for tag ${shorten(tag, longestPlace)}`
}

/** Which GitHub, where it is not github.com: the same repository name may stand on both. */
function hostWords({ hosting, enterprise, subdomain, serverHost }: Recognised['fields']): string {
  if (hosting === 'enterprise') return ` (enterprise ${enterprise ?? ''})`
  if (hosting === 'ghe' || hosting === 'ghe-unique') return ` on ${subdomain ?? ''}.ghe.com`
  return hosting === 'server' || hosting === 'server-3.18' ? ` on ${serverHost ?? ''}` : ''
}
