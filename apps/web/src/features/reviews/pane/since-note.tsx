import type { ReviewItem } from '@trustwright/shared-schemas'
import { AppLink } from '../../../components/app-link.tsx'
import { exactTime } from '../../../lib/time.ts'
import { lowerFirst } from '../../../lib/words.ts'
import { paths } from '../../../paths.ts'
import { Callout } from '../../../ui/callout.tsx'
import { decisionWords } from '../review-words.ts'

/** What changed since the last review, and how it was decided then. */
export function SinceNote({ since }: Pick<ReviewItem, 'since'>) {
  if (since === null) return null
  const { at, changes, decided, name, notCompared, reviewId } = since
  const widens = changes.some((change) => change.widens)
  return (
    <Callout
      intent={widens ? 'warning' : 'information'}
      title={changes.length === 0 ? 'Nothing changed since the last review' : 'Changed since the last review'}
    >
      {changes.map(({ text }) => (
        <p key={text}>{text}</p>
      ))}
      {notCompared.length > 0 && <p>{`Not compared, for want of facts: ${notCompared.join(', ')}.`}</p>}
      <p>
        <AppLink href={paths.review(reviewId)}>{name}</AppLink>
        {`, ${exactTime(Date.parse(at))}: `}
        {decided === null
          ? 'nobody decided.'
          : `${decided.by.username} decided to ${lowerFirst(decisionWords[decided.decision])} it${
              decided.reason === '' ? '.' : `: ${decided.reason}`
            }`}
      </p>
    </Callout>
  )
}
