import { Button, ProgressBar, makeStyles, tokens } from '@fluentui/react-components'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Review, ReviewPlan } from '@trustwright/shared-schemas'
import { applyReview, reviewPlanQuery, reviewQuery, stopReview } from '../../../api/review-queries.ts'
import { ProblemNotice } from '../../../components/problem-notice.tsx'
import { useWantedSignIn } from '../../../components/use-wanted-sign-in.ts'
import { useNow } from '../../../components/use-now.ts'
import { duration } from '../../../lib/time.ts'
import { count, counted } from '../../../lib/words.ts'
import { Callout } from '../../../ui/callout.tsx'

const useStyles = makeStyles({
  box: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: '12px' },
  facts: { display: 'flex', flexWrap: 'wrap', gap: '4px 24px', color: tokens.colorNeutralForeground2 },
  actions: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
})

/** How the removals go, why they stand still, and how they go on. */
export function RunBox({ plan, review }: { readonly plan: ReviewPlan; readonly review: Review }) {
  const styles = useStyles()
  const queries = useQueryClient()
  const now = useNow(1000)
  const { reviewId, run, state } = review
  const settle = () => {
    void queries.invalidateQueries({ queryKey: reviewQuery(reviewId).queryKey })
    void queries.invalidateQueries({ queryKey: reviewPlanQuery(reviewId).queryKey })
  }
  const { left, removals: all } = plan
  const goOn = useMutation({ mutationFn: () => applyReview(review, left), onSettled: settle })
  const stop = useMutation({ mutationFn: () => stopReview(reviewId), onSettled: settle })
  useWantedSignIn(run !== null && run.stoppedBecause !== null)
  if (run === null) return null
  const ended = run.done + run.notDone
  const isGoing = state === 'applying'
  const waits = run.waitingUntil === null ? 0 : (Date.parse(run.waitingUntil) - now) / 1000
  return (
    <section className={styles.box} aria-label="Removing">
      <ProgressBar value={all === 0 ? 1 : ended / all} max={1} thickness="large" aria-label="Removed" />
      <p className={styles.facts} aria-live="off">
        <strong>{`${count(run.done)} of ${count(all)} removed`}</strong>
        {run.notDone > 0 && <span>{`${count(run.notDone)} not removed`}</span>}
        {isGoing && run.secondsLeft !== null && <span>{`about ${duration(run.secondsLeft)} left`}</span>}
        <span>{`as ${run.by.username}`}</span>
      </p>
      {isGoing && waits > 0 && (
        <p>{`Azure asked us to slow down. Next try in ${duration(waits)}. Nothing was lost.`}</p>
      )}
      {isGoing && <p>You can leave this page: the portal works on.</p>}
      {run.stoppedBecause !== null && (
        <Callout intent="warning" title="It stands still">
          <p>{run.stoppedBecause}</p>
        </Callout>
      )}
      {state === 'applied' && <Outcome all={all} done={run.done} />}
      <div className={styles.actions}>
        {isGoing && (
          <Button disabledFocusable={stop.isPending} onClick={() => stop.mutate()}>
            Stop
          </Button>
        )}
        {!isGoing && left > 0 && (
          <Button appearance="primary" disabledFocusable={goOn.isPending} onClick={() => goOn.mutate()}>
            {state === 'ended'
              ? `Go on with ${counted(left, 'trust')}`
              : `Try ${counted(left, 'trust')} again`}
          </Button>
        )}
      </div>
      {goOn.error !== null && <ProblemNotice error={goOn.error} />}
      {stop.error !== null && <ProblemNotice error={stop.error} />}
    </section>
  )
}

function Outcome({ all, done }: { readonly all: number; readonly done: number }) {
  if (all === 0) return <Callout intent="success" title="Nothing had to be removed" />
  return done === all ? (
    <Callout intent="success" title="Everything that was decided is removed" />
  ) : (
    <Callout
      intent="warning"
      title={`${counted(all - done, 'trust')} ${all - done === 1 ? 'was' : 'were'} not removed`}
    >
      <p>Each line below says why. Nothing was removed that is not what was decided about.</p>
    </Callout>
  )
}
