import { Button, ProgressBar, makeStyles, tokens } from '@fluentui/react-components'
import { ArrowDownload20Regular } from '@fluentui/react-icons'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { SetUpRun } from '@trustwright/shared-schemas'
import { resumeRows, wholeRunQuery, type WholeRun } from '../../api/bulk-calls.ts'
import { stopSetUp } from '../../api/set-up-calls.ts'
import { ProblemNotice } from '../../components/problem-notice.tsx'
import { useNow } from '../../components/use-now.ts'
import { saveFile } from '../../lib/save-file.ts'
import { duration } from '../../lib/time.ts'
import { count, counted } from '../../lib/words.ts'
import { Callout } from '../../ui/callout.tsx'
import { resultCsv } from './bulk-csv.ts'
import { progressOf } from './run-rows.ts'

const useStyles = makeStyles({
  box: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: '12px' },
  facts: { display: 'flex', flexWrap: 'wrap', gap: '4px 24px', color: tokens.colorNeutralForeground2 },
  actions: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
})

/** How far it is, what it waits for, and what can be done about it. */
export function RunHead({ page }: { readonly page: WholeRun }) {
  const styles = useStyles()
  const { run } = page
  const { all, ended, made, there, wrong } = progressOf(run)
  return (
    <div className={styles.box}>
      <ProgressBar value={all === 0 ? 1 : ended / all} max={1} thickness="large" aria-label="Progress" />
      <p className={styles.facts} aria-live="off">
        <strong>{`${count(ended)} of ${count(all)} steps`}</strong>
        <span>{`${count(made)} made`}</span>
        {there > 0 && <span>{`${count(there)} there already`}</span>}
        {wrong > 0 && <span>{`${count(wrong)} not made`}</span>}
        {run.state === 'running' && run.secondsLeft !== null && (
          <span>{`about ${duration(run.secondsLeft)} left`}</span>
        )}
      </p>
      <Waiting run={run} />
      <Ending run={run} wrong={wrong} />
      <Actions page={page} wrong={wrong} />
    </div>
  )
}

function Waiting({ run: { state, waitingUntil } }: { readonly run: SetUpRun }) {
  const now = useNow(1000)
  const left = waitingUntil === null ? 0 : (Date.parse(waitingUntil) - now) / 1000
  if (state !== 'running' || left <= 0) return null
  return <p>{`Azure asked us to slow down. Next try in ${duration(left)}. Nothing was lost.`}</p>
}

function Ending({ run, wrong }: { readonly run: SetUpRun; readonly wrong: number }) {
  if (run.state === 'running') return null
  if (run.state !== 'finished') {
    const title = run.state === 'paused' ? 'It waits for you to sign in again' : 'It stopped before its end'
    return (
      <Callout intent="warning" title={title}>
        <p>{run.stoppedBecause ?? 'What is made stays, and nothing is made twice.'}</p>
      </Callout>
    )
  }
  return wrong === 0 ? (
    <Callout intent="success" title="All of it is in Azure" />
  ) : (
    <Callout intent="warning" title={`${counted(wrong, 'step')} ${wrong === 1 ? 'was' : 'were'} not made`}>
      <p>Each row below says why. What is made stays, and nothing is made twice.</p>
    </Callout>
  )
}

function Actions({ page: { run, items }, wrong }: { readonly page: WholeRun; readonly wrong: number }) {
  const styles = useStyles()
  const queries = useQueryClient()
  const { runId } = run
  const readAgain = () => queries.invalidateQueries({ queryKey: wholeRunQuery(runId).queryKey })
  const stop = useMutation({ mutationFn: () => stopSetUp(runId), onSettled: readAgain })
  const resume = useMutation({
    mutationFn: (only: 'left' | 'failed') => resumeRows(runId, only),
    onSettled: readAgain,
  })
  const isPartial = run.state === 'stopped' || run.state === 'paused'
  return (
    <>
      <div className={styles.actions}>
        {run.state === 'running' && (
          <Button disabledFocusable={stop.isPending} onClick={() => stop.mutate()}>
            Stop
          </Button>
        )}
        {isPartial && (
          <Button
            appearance="primary"
            disabledFocusable={resume.isPending}
            onClick={() => resume.mutate('left')}
          >
            Go on
          </Button>
        )}
        {run.state !== 'running' && wrong > 0 && (
          <Button
            appearance={isPartial ? 'secondary' : 'primary'}
            disabledFocusable={resume.isPending}
            onClick={() => resume.mutate('failed')}
          >
            Try only what failed again
          </Button>
        )}
        <Button
          icon={<ArrowDownload20Regular />}
          onClick={() => saveFile('trusts-result.csv', 'text/csv', resultCsv(items))}
        >
          Download the result
        </Button>
      </div>
      {stop.error !== null && <ProblemNotice error={stop.error} />}
      {resume.error !== null && <ProblemNotice error={resume.error} />}
    </>
  )
}
