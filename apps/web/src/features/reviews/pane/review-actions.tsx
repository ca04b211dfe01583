import { Button } from '@fluentui/react-components'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Review, ReviewMove } from '@trustwright/shared-schemas'
import { useState } from 'react'
import { problemText } from '../../../api/problem-text.ts'
import { moveReview, reviewQuery } from '../../../api/review-queries.ts'
import { ActionLink } from '../../../components/action-link.tsx'
import { useGo } from '../../../components/app-link.tsx'
import { ConfirmDialog } from '../../../components/confirm-dialog.tsx'
import { notify } from '../../../components/toaster.tsx'
import { paths } from '../../../paths.ts'
import { counted } from '../../../lib/words.ts'
import { useStoring } from '../storing.ts'

/** What an administrator does with a whole review. */
export function ReviewActions({ review }: { readonly review: Review }) {
  const queries = useQueryClient()
  const go = useGo()
  const [asks, setAsks] = useState<'end' | 'cancel' | null>(null)
  const { reviewId, state } = review
  const storing = useStoring(reviewId)
  const move = useMutation({
    mutationFn: (to: ReviewMove['to']) => moveReview(review, to),
    onSuccess: (moved) => {
      setAsks(null)
      queries.setQueryData(reviewQuery(reviewId).queryKey, moved)
      if (moved.state === 'ended') go(paths.reviewEnd(reviewId))
    },
    onError: (error) => {
      void queries.invalidateQueries({ queryKey: reviewQuery(reviewId).queryKey })
      const { cause, nextStep, title } = problemText(error)
      if (asks === null) notify({ intent: 'danger', title, text: `${cause} ${nextStep}` })
    },
  })
  if (!review.mayManage) return null
  const close = () => {
    move.reset()
    setAsks(null)
  }
  const isAlive = state === 'open' || state === 'paused'
  const mayReopen = state === 'draft' || state === 'paused' || (state === 'ended' && review.run === null)
  return (
    <>
      {isAlive && (
        <Button
          appearance="primary"
          onClick={() => {
            // Its last decisions may be younger than the numbers.
            void queries.invalidateQueries({ queryKey: reviewQuery(reviewId).queryKey })
            setAsks('end')
          }}
        >
          End the review
        </Button>
      )}
      {['ended', 'applying', 'applied'].includes(state) && (
        <ActionLink href={paths.reviewEnd(reviewId)} appearance="primary">
          {state === 'ended' ? 'See what it removes' : 'See the result'}
        </ActionLink>
      )}
      {mayReopen && (
        <Button disabledFocusable={move.isPending} onClick={() => move.mutate('open')}>
          {state === 'ended' ? 'Open it again' : 'Open'}
        </Button>
      )}
      {state === 'open' && (
        <Button disabledFocusable={move.isPending} onClick={() => move.mutate('paused')}>
          Pause
        </Button>
      )}
      {(isAlive || state === 'draft') && (
        <ActionLink href={paths.reviewSettings(reviewId)}>Settings</ActionLink>
      )}
      <ActionLink href={paths.reviewReport(reviewId)}>Report</ActionLink>
      {(isAlive || mayReopen) && <Button onClick={() => setAsks('cancel')}>Cancel review…</Button>}
      <ConfirmDialog
        open={asks === 'end'}
        title={`End ${review.name}`}
        confirmLabel="End the review"
        busyLabel="Ending it"
        busy={move.isPending}
        error={move.error}
        blockedReason={
          storing === 0
            ? null
            : `${counted(storing, 'decision')} of yours ${storing === 1 ? 'is' : 'are'} being stored.`
        }
        onConfirm={() => move.mutate('ended')}
        onCancel={close}
      >
        <p>
          {review.counts.undecided === 0
            ? 'Everything is decided.'
            : `${counted(review.counts.undecided, 'trust')} ${review.counts.undecided === 1 ? 'is' : 'are'} not decided: ${
                review.silence === 'keep' ? 'they stay as they are.' : 'applying the review removes them.'
              }`}
        </p>
        <p>Nothing is removed yet. The next page shows everything that applying it would do.</p>
      </ConfirmDialog>
      <ConfirmDialog
        open={asks === 'cancel'}
        title={`Cancel ${review.name}`}
        confirmLabel="Cancel the review"
        busyLabel="Cancelling it"
        busy={move.isPending}
        error={move.error}
        onConfirm={() => move.mutate('cancelled')}
        onCancel={close}
      >
        <p>No trust changes. The decisions stay readable, and the review cannot be opened again.</p>
      </ConfirmDialog>
    </>
  )
}
