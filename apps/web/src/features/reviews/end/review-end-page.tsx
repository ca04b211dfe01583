import { makeStyles, tokens } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import type { Review } from '@trustwright/shared-schemas'
import { reviewFileAddress, reviewPlanQuery, reviewQuery } from '../../../api/review-queries.ts'
import { ActionLink } from '../../../components/action-link.tsx'
import { DownloadButton } from '../../../components/download-button.tsx'
import { NotAdministrator } from '../../../components/findings/not-administrator.tsx'
import { PageHeader } from '../../../components/page-header.tsx'
import { QueryView } from '../../../components/query-view.tsx'
import { useSession } from '../../../components/use-session.ts'
import { paths } from '../../../paths.ts'
import { Skeleton } from '../../../ui/skeleton.tsx'
import { useFollowedReview } from '../follow-review.ts'
import { stateWords } from '../review-words.ts'
import { ApplyBox } from './apply-box.tsx'
import { PlanSummary } from './plan-summary.tsx'
import { RemovalTable } from './removal-table.tsx'
import { RunBox } from './run-box.tsx'

const useStyles = makeStyles({
  page: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: '24px', maxWidth: '1120px' },
  files: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
  quiet: { color: tokens.colorNeutralForeground2, maxWidth: '72ch', marginTop: '8px' },
})

const route = getRouteApi('/reviews/$reviewId/end')

/** Everything that applying a review would do, then how that goes, trust by trust. */
export function ReviewEndPage() {
  const { reviewId } = route.useParams()
  const isAdmin = useSession().user?.isAdmin === true
  const review = useQuery(reviewQuery(reviewId))
  useFollowedReview(reviewId)
  return (
    <>
      <PageHeader
        title={review.data === undefined ? 'Result of a review' : `${review.data.name}: result`}
        {...(review.data !== undefined && { summary: `${stateWords[review.data.state]}.` })}
        breadcrumbs={[
          { text: 'Reviews', href: paths.reviews() },
          { text: review.data?.name ?? 'Review', href: paths.review(reviewId) },
        ]}
      />
      {isAdmin ? (
        <QueryView query={review} skeleton={<Skeleton shape="facts" count={4} label="Reading the review" />}>
          {(data) => <Result review={data} />}
        </QueryView>
      ) : (
        <NotAdministrator to="apply reviews" at={paths.reviewEnd(reviewId)} />
      )}
    </>
  )
}

function Result({ review }: { readonly review: Review }) {
  const styles = useStyles()
  const { reviewId } = review
  const plan = useQuery(reviewPlanQuery(reviewId))
  return (
    <QueryView query={plan} skeleton={<Skeleton shape="rows" count={6} label="Reading what it removes" />}>
      {(found) => (
        <div className={styles.page}>
          <PlanSummary plan={found} review={review} />
          {review.run === null ? (
            <ApplyBox plan={found} review={review} />
          ) : (
            <RunBox plan={found} review={review} />
          )}
          <div>
            <div className={styles.files}>
              <DownloadButton
                address={reviewFileAddress.restore(reviewId, 'json')}
                filename={`restore-${reviewId}.json`}
              >
                Restore file
              </DownloadButton>
              <DownloadButton
                address={reviewFileAddress.restore(reviewId, 'sh')}
                filename={`restore-${reviewId}.sh`}
              >
                Restore script
              </DownloadButton>
              <DownloadButton
                address={reviewFileAddress.evidence(reviewId, 'csv')}
                filename={`review-${reviewId}.csv`}
              >
                Evidence as CSV
              </DownloadButton>
              <DownloadButton
                address={reviewFileAddress.evidence(reviewId, 'json')}
                filename={`review-${reviewId}.json`}
              >
                Evidence as JSON
              </DownloadButton>
              <ActionLink href={paths.reviewReport(reviewId)}>Report to print</ActionLink>
            </div>
            <p className={styles.quiet}>
              The restore file holds every value and a command of the Azure CLI for each trust; the script
              holds the commands alone. Both work without this portal, which itself can make them again for 30
              days.
            </p>
          </div>
          {found.removals > 0 && <RemovalTable reviewId={reviewId} removals={found.removals} />}
        </div>
      )}
    </QueryView>
  )
}
