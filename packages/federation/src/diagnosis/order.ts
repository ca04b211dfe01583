import type { Cause, CauseCertainty, Diagnosis } from './cause.ts'
import type { Severity } from '../model/warning.ts'
import { type CauseCode, causeCodes } from './codes.ts'

const severities: readonly Severity[] = ['block', 'warn', 'info']
const certainties: readonly CauseCertainty[] = ['certain', 'likely', 'possible']

/**
 * Codes that explain others of the same severity and certainty away, the strongest first; the others follow in the order
 * of the record of codes.
 */
const first: readonly CauseCode[] = [
  'value-missing',
  'audience-count',
  'subject-and-expression',
  'cross-cloud',
  'issuer-in-cluster',
  'issuer-private',
  'issuer-empty-segment',
  'github-moved',
  'gitlab-moved',
  'subject-case',
  'environment-replaces-ref',
  'github-entity-word',
  'github-grammar',
  'kubernetes-operator',
]
const precedence = new Map(
  [...first, ...causeCodes.filter((code) => !first.includes(code))].map((code, at) => [code, at]),
)

/** The causes best first: by severity, then by certainty, then by what explains the others away. One of each code and text. */
export function diagnosisOf(causes: readonly Cause[]): Diagnosis {
  const once = causes.filter(
    (cause, at) => causes.findIndex(({ code, text }) => code === cause.code && text === cause.text) === at,
  )
  return {
    causes: once.toSorted(
      (a, b) =>
        severities.indexOf(a.severity) - severities.indexOf(b.severity) ||
        certainties.indexOf(a.certainty) - certainties.indexOf(b.certainty) ||
        (precedence.get(a.code) ?? 0) - (precedence.get(b.code) ?? 0),
    ),
  }
}
