import type { ReviewForm } from '@trustwright/shared-schemas'
import type { ValueChange } from '../../../components/value-diff.tsx'

type Form = Omit<ReviewForm, 'fingerprint'>

const values = [
  ['issuer', 'Issuer', ({ issuer }: Form) => issuer],
  ['subject', 'Subject', ({ subject }: Form) => subject ?? ''],
  ['expression', 'Pattern', ({ expression }: Form) => expression ?? ''],
  ['audiences', 'Audience', ({ audiences }: Form) => audiences.join('\n')],
] as const

/** What two forms of a trust have otherwise, both sides whole. */
export function formChanges(before: Form, after: Form): readonly ValueChange[] {
  return values.flatMap(([field, label, read]) =>
    read(before) === read(after) ? [] : [{ field, label, before: read(before), after: read(after) }],
  )
}
