import { fieldText } from '../../../../model/texts.ts'
import { presetOf } from '../../../../presets/list.ts'
import { recogniseClaims } from '../../../../paste/build-reading.ts'
import { pairCause, type PairRule } from '../../../claims/pair-cause.ts'
import { letterCase, type PartPair } from './letter-case.ts'

/** Fields that say which run of a workload it is, rather than which workload. */
const runFields =
  /^(?:phase|runPhase|ref|refType|branch|tag|environment|entity|run|runType|moduleRun|operation|purpose|trigger|scope|kind|caller|stackEnd)$/

/** Both subjects as the platform’s own form reads them: which of its fields differ. */
export const platformFields: PairRule = (pair) => {
  const { subject, trust, presented } = pair
  if (subject === null) return []
  const issuer = presented.issuer ?? trust.issuer ?? ''
  const token = recogniseClaims(issuer, subject.presented, [], pair.context.cloud ?? 'public')
  if (token === null || token.presetId === 'other-issuer' || token.presetId === 'kubernetes') return []
  const stored = recogniseClaims(issuer, subject.stored, [], pair.context.cloud ?? 'public')
  const { title, fieldGuides } = presetOf(token.presetId)
  if (stored?.presetId !== token.presetId) {
    return [
      pairCause(pair, 'subject', 'subject-form', {
        text: `No token matches: ${title} writes the subject in another form than the trust has.`,
        fix: 'Store the subject as “sub” of the token spells it.',
        action: 'set',
      }),
    ]
  }
  const keys = [...new Set([...Object.keys(stored.fields), ...Object.keys(token.fields)])]
  const parts = keys.map((key): readonly [string, PartPair] => [
    key,
    [fieldText(stored.fields, key), fieldText(token.fields, key)],
  ])
  const cases = letterCase(
    pair,
    parts.map(([, part]) => part),
  )
  const other = parts.filter(([, [a, b]]) => a.toLowerCase() !== b.toLowerCase())
  if (other.length === 0) return cases
  const isRun = other.every(([key]) => runFields.test(key))
  const named = other
    .slice(0, 4)
    .map(([key, [a, b]]) => `${fieldGuides[key]?.label ?? key}: “${a}” is stored, “${b}” presented`)
  return [
    ...cases,
    pairCause(pair, 'subject', isRun ? 'entity-other-value' : 'subject-differs', {
      text: isRun
        ? `This run does not match: ${title} names another kind of run or target than the trust.`
        : `This token does not match: it is of another workload of ${title}, or the workload was renamed.`,
      evidence: named.join(', '),
      fix: isRun
        ? 'Create a trust for this run too, or run as the one that is trusted.'
        : 'If this workload may use the identity, store its subject as the token’s “sub” spells it.',
      action: isRun ? 'create' : 'set',
    }),
  ]
}
