import { Button, Input, makeStyles } from '@fluentui/react-components'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Review, ReviewPlan } from '@trustwright/shared-schemas'
import { useState } from 'react'
import { applyReview, reviewPlanQuery, reviewQuery } from '../../../api/review-queries.ts'
import { ActionLink } from '../../../components/action-link.tsx'
import { ConfirmDialog } from '../../../components/confirm-dialog.tsx'
import { duration } from '../../../lib/time.ts'
import { counted } from '../../../lib/words.ts'
import { paths } from '../../../paths.ts'
import { Callout } from '../../../ui/callout.tsx'

const useStyles = makeStyles({
  actions: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
  typed: { display: 'grid', rowGap: '4px', justifyItems: 'start' },
})

/** From so many on the number has to be typed. */
const typedFrom = 11

/** The one press that removes, as the person who presses it. */
export function ApplyBox({ plan, review }: { readonly plan: ReviewPlan; readonly review: Review }) {
  const styles = useStyles()
  const queries = useQueryClient()
  const [asks, setAsks] = useState(false)
  const [typed, setTyped] = useState('')
  const { reviewId, state } = review
  const { removals } = plan
  const apply = useMutation({
    mutationFn: () => applyReview(review, removals),
    onSuccess: (begun) => {
      setAsks(false)
      queries.setQueryData(reviewQuery(reviewId).queryKey, begun)
    },
    onError: () => {
      void queries.invalidateQueries({ queryKey: reviewQuery(reviewId).queryKey })
      void queries.invalidateQueries({ queryKey: reviewPlanQuery(reviewId).queryKey })
    },
  })
  if (state !== 'ended') {
    return (
      <Callout
        intent="information"
        title={
          state === 'cancelled'
            ? 'The review was cancelled: nothing was removed'
            : 'This is how it stands now'
        }
        {...(state !== 'cancelled' && {
          actions: <ActionLink href={paths.review(reviewId)}>To the review</ActionLink>,
        })}
      >
        {state !== 'cancelled' && <p>It can be applied once it is ended.</p>}
      </Callout>
    )
  }
  const label = removals === 0 ? 'Close with nothing to remove' : `Remove ${counted(removals, 'trust')}`
  const needsTyping = removals >= typedFrom && typed.trim() !== String(removals)
  return (
    <div className={styles.actions}>
      <Button appearance="primary" onClick={() => setAsks(true)}>
        {label}
      </Button>
      <ActionLink href={paths.review(reviewId)}>Back to the review</ActionLink>
      <ConfirmDialog
        open={asks}
        title={label}
        confirmLabel={label}
        busyLabel="Beginning"
        busy={apply.isPending}
        error={apply.error}
        blockedReason={needsTyping ? `Type ${String(removals)} first.` : null}
        onConfirm={() => apply.mutate()}
        onCancel={() => {
          apply.reset()
          setAsks(false)
        }}
      >
        {removals === 0 ? (
          <p>Nothing changes in Azure. The review counts as applied, and takes no more decisions.</p>
        ) : (
          <>
            <p>
              {`Workloads that use ${removals === 1 ? 'it' : 'them'} can no longer sign in. Azure takes about ${duration(plan.seconds)}; what changed since its decision is left alone.`}
            </p>
            <p>Each can be made again for 30 days, and the restore file works without this portal.</p>
            {removals >= typedFrom && (
              <label className={styles.typed}>
                {`Type ${String(removals)} to go on`}
                <Input value={typed} inputMode="numeric" onChange={(_, { value }) => setTyped(value)} />
              </label>
            )}
          </>
        )}
      </ConfirmDialog>
    </div>
  )
}
