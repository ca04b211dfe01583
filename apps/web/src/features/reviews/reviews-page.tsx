import { makeStyles, tokens } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import type { Review } from '@trustwright/shared-schemas'
import { reviewsQuery } from '../../api/review-queries.ts'
import { ActionLink } from '../../components/action-link.tsx'
import { AppLink } from '../../components/app-link.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { QueryView } from '../../components/query-view.tsx'
import { RowTable, type TableColumn } from '../../components/row-table.tsx'
import { EmptyState } from '../../components/state-views.tsx'
import { useNow } from '../../components/use-now.ts'
import { useSession } from '../../components/use-session.ts'
import { exactTime } from '../../lib/time.ts'
import { counted } from '../../lib/words.ts'
import { paths } from '../../paths.ts'
import { ExactTime } from '../../ui/exact-time.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { dueWords, isOver, progressWords, stateWords } from './review-words.ts'

const useStyles = makeStyles({
  page: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: '32px', maxWidth: '1120px' },
  title: { fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold, marginBottom: '8px' },
})

/** Reviews that the person made or decides in: those that go on first. */
export function ReviewsPage() {
  const styles = useStyles()
  const reviews = useQuery(reviewsQuery)
  const isAdmin = useSession().user?.isAdmin === true
  return (
    <>
      <PageHeader
        title="Reviews"
        summary="People decide about each trust, one by one. Nothing is removed until an administrator applies a review."
        {...(isAdmin && {
          actions: (
            <ActionLink href={paths.reviewCreate()} appearance="primary">
              New review
            </ActionLink>
          ),
        })}
      />
      <QueryView query={reviews} skeleton={<Skeleton shape="rows" count={5} label="Reading the reviews" />}>
        {({ reviews: all }) => {
          const [going, over] = [all.filter((review) => !isOver(review)), all.filter(isOver)]
          if (all.length === 0) return <NoReviews isAdmin={isAdmin} />
          return (
            <div className={styles.page}>
              {going.length === 0 ? (
                <p>No review goes on at the moment.</p>
              ) : (
                <ReviewTable label="Reviews that go on" reviews={going} />
              )}
              {over.length > 0 && (
                <section aria-labelledby="reviews-over">
                  <h2 id="reviews-over" className={styles.title}>
                    Over
                  </h2>
                  <ReviewTable label="Reviews that are over" reviews={over} />
                </section>
              )}
            </div>
          )
        }}
      </QueryView>
    </>
  )
}

function NoReviews({ isAdmin }: { readonly isAdmin: boolean }) {
  return isAdmin ? (
    <EmptyState
      kind="nothing-yet"
      title="No review yet"
      action={<ActionLink href={paths.reviewCreate()}>New review</ActionLink>}
    >
      Choose trusts by a query, name the people who decide, and a day. Their decisions keep who, when and on
      which facts, for an auditor to read.
    </EmptyState>
  ) : (
    <EmptyState kind="no-permission" title="No review waits for you">
      An administrator of this portal makes reviews and names the people who decide. One that names you will
      stand here.
    </EmptyState>
  )
}

function ReviewTable({ label, reviews }: { readonly label: string; readonly reviews: readonly Review[] }) {
  const rows = reviews.map((review) => ({ key: review.reviewId, review }))
  return <RowTable label={label} columns={columns} rows={rows} />
}

interface Row {
  readonly key: string
  readonly review: Review
}

const columns: readonly TableColumn<Row>[] = [
  {
    title: 'Review',
    cell: ({ review }) => (
      <AppLink
        href={
          review.state === 'draft'
            ? paths.reviewSettings(review.reviewId)
            : paths.review(review.reviewId, review.state === 'open' ? { filter: 'undecided' } : {})
        }
      >
        {review.name}
      </AppLink>
    ),
  },
  { title: 'State', width: '18%', cell: ({ review }) => stateWords[review.state] },
  {
    title: 'Decided',
    width: '22%',
    cell: ({ review }) => (
      <>
        {progressWords(review)}
        {review.counts.undecidedRisky > 0 && `, ${counted(review.counts.undecidedRisky, 'risky one')} left`}
      </>
    ),
  },
  { title: 'Due', width: '18%', cell: ({ review }) => <Due review={review} /> },
]

function Due({ review }: { readonly review: Review }) {
  const now = useNow()
  const exact = exactTime(Date.parse(review.dueAt))
  return (
    <ExactTime
      at={review.dueAt}
      text={isOver(review) ? exact.slice(0, 12).replace(/,.*/, '') : dueWords(review.dueAt, now)}
      exact={exact}
    />
  )
}
