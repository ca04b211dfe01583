import { pairCause, type PairRule } from '../../../claims/pair-cause.ts'
import { letterCase, type PartPair } from './letter-case.ts'

const connection = /^(sc|p):\/\/([^/]+)\/([^/]+)\/(.+)$/s
const partNames = ['organization', 'project', 'service connection'] as const

/** https://learn.microsoft.com/azure/devops/pipelines/release/troubleshoot-workload-identity */
export const azureDevops: PairRule = (pair) => {
  const { subject } = pair
  if (subject === null || !isConnection(subject.presented)) return []
  const token = connection.exec(subject.presented)
  const stored = connection.exec(subject.stored)
  const isSameKind = token !== null && stored !== null && token[1] === stored[1]
  if (!isSameKind) {
    if (subject.presented.startsWith('/eid1/') && subject.stored.startsWith('/eid1/')) return []
    return [
      pairCause(pair, 'subject', 'connection-differs', {
        text: `No token matches: the token’s subject is ${kindOf(subject.presented)}, and the trust’s is ${kindOf(subject.stored)}.`,
        fix: 'Copy issuer and subject from the edit dialog of the service connection.',
        action: 'set',
      }),
    ]
  }
  const parts = [2, 3, 4].map((at): PartPair => [stored[at] ?? '', token[at] ?? ''])
  const cases = letterCase(pair, parts)
  const changed = parts.flatMap(([trust, now], at) =>
    trust.toLowerCase() === now.toLowerCase() ? [] : [[partNames[at] ?? '', trust, now] as const],
  )
  if (changed.length === 0) return cases
  const named = changed.map(([name, trust, now]) => `${name} “${now}” instead of “${trust}”`).join(', ')
  return [
    ...cases,
    pairCause(pair, 'subject', changed.length < 3 ? 'connection-renamed' : 'connection-differs', {
      certainty: changed.length < 3 ? 'likely' : 'certain',
      text: `No token matches: it names the ${named}. ${
        changed.length < 3
          ? 'Renaming an organization, project or service connection changes its subject.'
          : 'That is another service connection.'
      }`,
      fix:
        changed.length < 3
          ? 'After a rename, store the new subject; otherwise create a trust for this service connection.'
          : 'Create a trust for this service connection, or use the one that is trusted.',
      action: changed.length < 3 ? 'set' : 'create',
    }),
  ]
}

function isConnection(subject: string): boolean {
  return /^(?:sc|p):\/\//.test(subject) || /^\/eid1\/.*\/sc\//.test(subject)
}

function kindOf(subject: string): string {
  if (subject.startsWith('sc://')) return 'that of a service connection by names (sc://)'
  if (subject.startsWith('p://')) return 'that of a pipeline (p://)'
  return subject.startsWith('/eid1/') ? 'that of a service connection by IDs (/eid1/)' : 'of another form'
}
