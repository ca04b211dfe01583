import { Button, ProgressBar, makeStyles, tokens } from '@fluentui/react-components'
import type { Review, ReviewLines } from '@trustwright/shared-schemas'
import { useMemo } from 'react'
import { problemText } from '../../../api/problem-text.ts'
import { ChoiceLinks } from '../../../components/choice-links.tsx'
import { ActionLink } from '../../../components/action-link.tsx'
import { EmptyState } from '../../../components/state-views.tsx'
import { useShortcut } from '../../../components/shortcuts.ts'
import { count, counted } from '../../../lib/words.ts'
import { paths } from '../../../paths.ts'
import { reviewFilters } from '../../../search.ts'
import { Callout } from '../../../ui/callout.tsx'
import { hiddenWords, progressWords } from '../review-words.ts'
import { useStoring } from '../storing.ts'
import { DecisionBox } from './decision-box.tsx'
import { ItemView } from './item-view.tsx'
import { countFilters, filterWords, type ReviewFilter } from './shown-rows.ts'
import { NoneVisible } from './none-visible.tsx'
import { useReviewPane, type ReviewPane } from './use-review-pane.ts'

const useStyles = makeStyles({
  body: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: '16px' },
  progress: { display: 'grid', rowGap: '4px', maxWidth: '480px' },
  columns: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) 360px',
    gap: '24px',
    alignItems: 'start',
    '@media (max-width: 1023px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  quiet: { color: tokens.colorNeutralForeground2 },
  aside: { position: 'sticky', top: '16px', '@media (max-width: 1023px)': { position: 'static' } },
})

/** Progress, filters, the open trust with its facts, and the decision about it. */
export function ReviewBody({ review, lines }: { readonly review: Review; readonly lines: ReviewLines }) {
  const styles = useStyles()
  const pane = useReviewPane(review, lines)
  const storing = useStoring(review.reviewId)
  const shown = useMemo(() => countFilters(lines), [lines])
  const counts = countsNow(review, shown)
  const hidden = hiddenWords(review)
  if (lines.decisions.trim() === '') return <NoneVisible hidden={hidden} />
  return (
    <div className={styles.body}>
      <Keys pane={pane} />
      <div className={styles.progress}>
        <ProgressBar value={counts.decided} max={counts.items} thickness="large" aria-label="Decided" />
        <span>
          {progressWords({ counts })}
          {storing > 0 && <span className={styles.quiet}>{`, ${count(storing)} being stored`}</span>}
          {counts.undecidedRisky > 0 && (
            <span className={styles.quiet}>
              {`, ${count(counts.undecidedRisky)} of the rest with a critical or high finding`}
            </span>
          )}
        </span>
      </div>
      {hidden !== null && <p className={styles.quiet}>{hidden}</p>}
      <Filters review={review} counts={shown} filter={pane.filter} />
      <RefusedNotice pane={pane} />
      {pane.ordinal === null ? (
        <NothingLeft review={{ ...review, counts }} filter={pane.filter} />
      ) : (
        <div className={styles.columns}>
          <ItemView pane={pane} total={counts.items} isOpen={review.state === 'open'} />
          <div className={styles.aside}>
            <DecisionBox review={review} pane={pane} />
          </div>
        </div>
      )}
    </div>
  )
}

/** The portal's numbers, with this page's own decisions that are younger. */
function countsNow(
  { counts }: Review,
  { all, keep, remove, risky, skip, undecided }: ReturnType<typeof countFilters>,
): Review['counts'] {
  const younger = all - undecided - (counts.visible - counts.visibleUndecided)
  const decided = counts.decided + younger
  if (counts.visible < counts.items) return { ...counts, decided, undecided: counts.items - decided }
  return { ...counts, decided, keep, remove, skip, undecided, undecidedRisky: risky }
}

/** The keys of the pane, as `?` lists them. */
function Keys({ pane }: { readonly pane: ReviewPane }) {
  useShortcut('k', 'Keep this trust', () => pane.decide('keep'))
  useShortcut('r', 'Remove this trust', () => pane.decide('remove'))
  useShortcut('s', 'Skip: neither, not now', () => pane.decide('skip'))
  useShortcut('n', 'Write a note', () => document.getElementById('review-note')?.focus())
  useShortcut('o', 'Copy a question to its owner', () =>
    document.querySelector<HTMLElement>('#review-ask button')?.click(),
  )
  useShortcut('j', 'Next trust', () => pane.go(1))
  useShortcut('ArrowRight', 'Next trust', () => pane.go(1))
  useShortcut('ArrowLeft', 'Trust before', () => pane.go(-1))
  useShortcut('z', 'Take the last decision back', () => pane.undo())
  return null
}

interface FiltersProps {
  readonly review: Review
  readonly counts: ReturnType<typeof countFilters>
  readonly filter: ReviewFilter | undefined
}

function Filters({ review: { reviewId }, counts, filter }: FiltersProps) {
  const choices = ([undefined, ...reviewFilters] as const).map((each) => ({
    text: `${filterWords[each ?? 'all']} (${count(counts[each ?? 'all'])})`,
    href: paths.review(reviewId, { filter: each }),
    current: each === filter,
  }))
  return <ChoiceLinks label="Which trusts" look="segments" choices={choices} />
}

/** Somebody was quicker, or it could not be stored: what, and the way there. */
function RefusedNotice({ pane }: { readonly pane: ReviewPane }) {
  const { refused } = pane
  if (refused === null) return null
  const { cause, nextStep, title } = problemText(refused.error)
  return (
    <Callout
      intent="warning"
      role="alert"
      title={`Trust ${refused.ordinal} was not stored: ${title}`}
      actions={
        <>
          <Button
            onClick={() => {
              pane.open(refused.ordinal)
              pane.dismiss()
            }}
          >
            Look at it
          </Button>
          <Button appearance="subtle" onClick={pane.dismiss}>
            Dismiss
          </Button>
        </>
      }
    >
      <p>{cause}</p>
      <p>{nextStep}</p>
    </Callout>
  )
}

function NothingLeft({
  review,
  filter,
}: {
  readonly review: Review
  readonly filter: ReviewFilter | undefined
}) {
  const { counts, reviewId, silence } = review
  const isDone = filter === 'undecided' || filter === 'risky'
  return (
    <EmptyState
      kind={isDone ? 'nothing-yet' : 'no-match'}
      title={
        isDone ? 'Nothing is left to decide here' : `No trust is decided as “${filterWords[filter ?? 'all']}”`
      }
      action={<ActionLink href={paths.review(reviewId)}>Show all</ActionLink>}
    >
      {`${counted(counts.remove, 'trust')} to remove, ${count(counts.keep)} to keep, ${count(counts.skip)} skipped. ${
        counts.undecided === 0
          ? 'An administrator can end the review.'
          : `${count(counts.undecided)} undecided: ${silence === 'keep' ? 'they stay' : 'silence removes them'}.`
      }`}
    </EmptyState>
  )
}
