import { makeStyles, tokens } from '@fluentui/react-components'
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { reviewLimits } from '@trustwright/shared-schemas'
import { useEffect } from 'react'
import { reviewPreviewQuery, type ReviewChosen } from '../../../api/review-queries.ts'
import { AppLink } from '../../../components/app-link.tsx'
import { useRested } from '../../../components/checks/use-rested.ts'
import { SubmitButton } from '../../../components/forms/submit-button.tsx'
import { isOpen } from '../../../components/inventory/inventory-query.ts'
import { useReading } from '../../../components/inventory/use-reading.ts'
import { QueryView } from '../../../components/query-view.tsx'
import { exactTime } from '../../../lib/time.ts'
import { count, counted } from '../../../lib/words.ts'
import { paths } from '../../../paths.ts'
import { Callout } from '../../../ui/callout.tsx'
import { Skeleton } from '../../../ui/skeleton.tsx'

const useStyles = makeStyles({
  panel: {
    display: 'grid',
    rowGap: '12px',
    padding: '16px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  count: { fontSize: tokens.fontSizeHero700, fontWeight: tokens.fontWeightSemibold, lineHeight: '36px' },
})

const restMs = 400

/** What the review would hold, while its query is typed. */
export function ReviewPreviewPanel({ choice }: { readonly choice: ReviewChosen }) {
  const styles = useStyles()
  const { keys, of = 'mine', query = '' } = choice
  const queries = useQueryClient()
  const { isStarting, scan, start } = useReading(of)
  const isReading = scan !== undefined && scan !== null && isOpen(scan)
  const rested = useRested(query.slice(0, 2000), restMs)
  const preview = useQuery({
    ...reviewPreviewQuery({ ...choice, query: rested ?? '' }),
    enabled: rested !== null,
    placeholderData: keepPreviousData,
  })
  const finished = scan?.state === 'finished' ? scan.number : null
  useEffect(() => {
    if (finished !== null) void queries.invalidateQueries({ queryKey: ['previewReview'] })
  }, [queries, finished])
  return (
    <section className={styles.panel} aria-label="What it would hold" aria-live="polite">
      <QueryView query={preview} skeleton={<Skeleton shape="facts" count={2} label="Counting the trusts" />}>
        {({ isJudged, ownerless, problems, readAt, risky, trusts }) => (
          <>
            <p className={styles.count}>{counted(trusts, 'trust')}</p>
            {trusts > 0 && (
              <p>{`${count(risky)} of them with a critical or high finding, ${count(ownerless)} without an owner who could decide.`}</p>
            )}
            {keys !== undefined && trusts < keys.length && (
              <Callout intent="warning" title="Some are gone">
                <p>{`${counted(keys.length - trusts, 'trust')} of those that were ticked ${keys.length - trusts === 1 ? 'is' : 'are'} not in the inventory any more.`}</p>
              </Callout>
            )}
            {problems.map((problem) => (
              <Callout key={problem} intent="warning" title="A part was not understood">
                <p>{problem}</p>
              </Callout>
            ))}
            {trusts > reviewLimits.items && (
              <Callout intent="warning" title="Too many for one review">
                <p>{`A review takes at most ${count(reviewLimits.items)}. Narrow the query.`}</p>
              </Callout>
            )}
            {readAt !== null && !isJudged && (
              <Callout intent="information" title="The findings are being worked out">
                <p>A review that is opened now keeps those that are known already, and no others.</p>
              </Callout>
            )}
            {isReading && (
              <Callout intent="information" title="The trusts are being read">
                <p>{`${counted(scan.trustsFound, 'trust')} so far. This counts again at the end of it.`}</p>
              </Callout>
            )}
            {readAt === null ? (
              !isReading && (
                <Callout
                  intent="information"
                  title="Nothing is read yet"
                  actions={
                    <SubmitButton
                      type="button"
                      label="Read the trusts"
                      busyLabel="Starting"
                      busy={isStarting}
                      onClick={start}
                    />
                  }
                >
                  <p>A review is made from what the portal read of the tenant.</p>
                </Callout>
              )
            ) : (
              <p>{`From the inventory of ${exactTime(Date.parse(readAt))}.`}</p>
            )}
            {keys === undefined && (
              <AppLink href={paths.trusts({ q: query, ...(of === 'portal' && { of }) })}>
                Look at them
              </AppLink>
            )}
          </>
        )}
      </QueryView>
    </section>
  )
}
