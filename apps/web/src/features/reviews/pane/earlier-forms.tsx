import type { ReviewItem } from '@trustwright/shared-schemas'
import { ValueDiff } from '../../../components/value-diff.tsx'
import { exactTime } from '../../../lib/time.ts'
import { lowerFirst } from '../../../lib/words.ts'
import { Callout } from '../../../ui/callout.tsx'
import { decisionWords } from '../review-words.ts'
import { formChanges } from './form-changes.ts'

/** The forms that it had in this review before, and how they were decided. */
export function EarlierForms({ item }: { readonly item: ReviewItem }) {
  return item.earlier.map((form, at) => {
    const { decided, replacedAt, replacedBy } = form
    return (
      <Callout
        key={replacedAt}
        intent="information"
        title={`Taken anew by ${replacedBy.username}, ${exactTime(Date.parse(replacedAt))}`}
      >
        <p>
          {decided === null
            ? 'Nobody had decided on its form before.'
            : `${decided.by.username} had decided to ${lowerFirst(decisionWords[decided.decision])} its form before${
                decided.reason === '' ? '.' : `: ${decided.reason}`
              }`}
        </p>
        <ValueDiff changes={formChanges(form, item.earlier[at + 1] ?? item)} />
      </Callout>
    )
  })
}
