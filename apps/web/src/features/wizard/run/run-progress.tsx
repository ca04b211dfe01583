import { Button, makeStyles } from '@fluentui/react-components'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { ApiProblem } from '../../../api/api-problem.ts'
import { resumeRows, wholeRunQuery, type WholeRun } from '../../../api/bulk-calls.ts'
import { stopSetUp } from '../../../api/set-up-calls.ts'
import { ActionLink } from '../../../components/action-link.tsx'
import { ProblemNotice } from '../../../components/problem-notice.tsx'
import { paths } from '../../../paths.ts'
import { Callout } from '../../../ui/callout.tsx'
import { RunStep } from './run-step.tsx'
import { firstBad, isComplete, stepToChange } from './run-words.ts'
import type { Wizard } from '../wizard.ts'
import { stepTitles } from '../wizard-steps.ts'

const useStyles = makeStyles({
  box: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: '16px', maxWidth: '960px' },
  stop: { justifySelf: 'start' },
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid', rowGap: '8px' },
})

interface RunProgressProps {
  readonly wizard: Wizard
  readonly page: WholeRun
}

/** Each thing that is made, in its order, and what to do where one was not. */
export function RunProgress({ wizard, page }: RunProgressProps) {
  const styles = useStyles()
  const { run, items } = page
  return (
    <div className={styles.box}>
      <ol className={styles.list} aria-label="Progress" aria-live="polite">
        {items.flatMap((item) =>
          item.steps.map((step) => <RunStep key={step.ordinal} step={step} item={item} />),
        )}
      </ol>
      {run.state === 'running' && <Running runId={run.runId} />}
      {run.state !== 'running' && wizard.isChangedSince && <Changed wizard={wizard} />}
      {run.state !== 'running' && !wizard.isChangedSince && !isComplete(run, items) && (
        <Stopped wizard={wizard} page={page} />
      )}
    </div>
  )
}

/** Nobody has to wait, and whoever sees a mistake can end it. */
function Running({ runId }: { readonly runId: string }) {
  const styles = useStyles()
  const queries = useQueryClient()
  const stop = useMutation({
    mutationFn: () => stopSetUp(runId),
    onSettled: () => queries.invalidateQueries({ queryKey: wholeRunQuery(runId).queryKey }),
  })
  return (
    <>
      <p>You can leave this page. The portal goes on, and Home shows how it ended.</p>
      <Button className={styles.stop} disabledFocusable={stop.isPending} onClick={() => stop.mutate()}>
        Stop
      </Button>
      {stop.error !== null && <ProblemNotice error={stop.error} />}
    </>
  )
}

/** What was changed afterwards is taken over by the next set-up, not by the old one. */
function Changed({ wizard }: { readonly wizard: Wizard }) {
  return (
    <Callout
      intent="information"
      title="The draft was changed since this began"
      actions={
        <ActionLink href={paths.wizardStep(wizard.draftId, 'review')} appearance="primary">
          Review the change
        </ActionLink>
      }
    >
      <p>What is made stays. Creating it from the review makes only what is not there yet.</p>
    </Callout>
  )
}

function Stopped({ wizard, page: { run, items } }: RunProgressProps) {
  const queries = useQueryClient()
  const resume = useMutation({
    mutationFn: () => resumeRows(run.runId, run.state === 'finished' ? 'failed' : 'left'),
    onSettled: () => queries.invalidateQueries({ queryKey: wholeRunQuery(run.runId).queryKey }),
  })
  const bad = run.state === 'finished' ? firstBad(items) : null
  // A right that is missing is given by somebody else: nothing here would change that.
  const change = bad === null || bad.missing !== undefined ? null : stepToChange(bad)
  return (
    <>
      <Callout
        intent="warning"
        title={titleOf(run.state)}
        actions={
          <>
            <Button appearance="primary" disabledFocusable={resume.isPending} onClick={() => resume.mutate()}>
              {run.state === 'finished' ? 'Try again' : 'Go on'}
            </Button>
            {change !== null && (
              <ActionLink href={paths.wizardStep(wizard.draftId, change)}>
                Change {stepTitles[change].toLowerCase()}
              </ActionLink>
            )}
          </>
        }
      >
        <p>
          {bad?.missing === undefined ? '' : 'Try again once somebody gave you the right. '}
          {run.stoppedBecause ?? 'What is made stays. Trying again makes only the rest, and nothing twice.'}
        </p>
      </Callout>
      {resume.error !== null && !wasBegunElsewhere(resume.error) && <ProblemNotice error={resume.error} />}
    </>
  )
}

function titleOf(state: WholeRun['run']['state']): string {
  if (state === 'paused') return 'It waits for you to sign in again'
  return state === 'finished' ? 'Not all of it was made' : 'It stopped before its end'
}

/** Another tab was faster: its progress is what is shown. */
function wasBegunElsewhere(error: unknown): boolean {
  return error instanceof ApiProblem && ['SET_UP_RUNNING', 'SET_UP_NOTHING_LEFT'].includes(error.code)
}
