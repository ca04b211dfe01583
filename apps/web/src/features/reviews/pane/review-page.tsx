import { makeStyles } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import type { Review } from '@trustwright/shared-schemas'
import { ApiProblem } from '../../../api/api-problem.ts'
import { reviewLinesQuery, reviewQuery } from '../../../api/review-queries.ts'
import { ActionLink } from '../../../components/action-link.tsx'
import { PageHeader } from '../../../components/page-header.tsx'
import { QueryView } from '../../../components/query-view.tsx'
import { EmptyState } from '../../../components/state-views.tsx'
import { useNow } from '../../../components/use-now.ts'
import { counted } from '../../../lib/words.ts'
import { paths } from '../../../paths.ts'
import { Callout } from '../../../ui/callout.tsx'
import { Skeleton } from '../../../ui/skeleton.tsx'
import { useFollowedReview } from '../follow-review.ts'
import { dueWords, isOver, stateWords } from '../review-words.ts'
import { ReviewActions } from './review-actions.tsx'
import { ReviewBody } from './review-body.tsx'
import { ReviewPeople } from './review-people.tsx'

const useStyles = makeStyles({
  page: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: '16px', maxWidth: '1200px' },
})

const route = getRouteApi('/reviews/$reviewId')

/** One review: how far it is, and one trust after the other to decide about. */
export function ReviewPage() {
  const styles = useStyles()
  const { reviewId } = route.useParams()
  const review = useQuery(reviewQuery(reviewId))
  const lines = useQuery(reviewLinesQuery(reviewId))
  useFollowedReview(reviewId)
  const now = useNow()
  const trail = [{ text: 'Reviews', href: paths.reviews() }]
  if (review.error instanceof ApiProblem && review.error.problem.status < 500) {
    return (
      <>
        <PageHeader title="Review" breadcrumbs={trail} />
        <EmptyState
          kind="no-permission"
          title="There is no such review for you"
          action={<ActionLink href={paths.reviews()}>Your reviews</ActionLink>}
        >
          A review opens for the people that it names, and for administrators of this portal.
        </EmptyState>
      </>
    )
  }
  return (
    <QueryView
      query={review}
      failedHead={<PageHeader title="Review" breadcrumbs={trail} />}
      skeleton={<Skeleton shape="facts" count={4} label="Reading the review" />}
    >
      {(data) => (
        <div className={styles.page}>
          <PageHeader
            title={data.name}
            summary={
              isOver(data)
                ? stateWords[data.state]
                : `${stateWords[data.state]}, ${dueWords(data.dueAt, now)}.`
            }
            breadcrumbs={trail}
            actions={<ReviewActions review={data} />}
          />
          <Overdue review={data} now={now} />
          <ReviewPeople review={data} />
          <QueryView
            query={lines}
            skeleton={<Skeleton shape="facts" count={6} label="Reading the trusts of the review" />}
          >
            {(all) => <ReviewBody review={data} lines={all} />}
          </QueryView>
        </div>
      )}
    </QueryView>
  )
}

/** Nothing happens by itself: who may, ends it or gives it more time. */
function Overdue({ review, now }: { readonly review: Review; readonly now: number }) {
  const { counts, dueAt, mayManage, reviewId, silence, state } = review
  if ((state !== 'open' && state !== 'paused') || Date.parse(dueAt) > now) return null
  return (
    <Callout
      intent="warning"
      title="The day it was due is over"
      {...(mayManage && {
        actions: <ActionLink href={paths.reviewSettings(reviewId)}>Give it more time</ActionLink>,
      })}
    >
      <p>
        {`Nothing happened by itself: decisions still count. ${counts.undecided === 0 ? 'Everything is decided.' : `${counted(counts.undecided, 'trust')} left.`} Once an administrator ends it, what nobody decided about ${silence === 'keep' ? 'stays' : 'is on the list to remove'}.`}
      </p>
    </Callout>
  )
}
