import { Button, ProgressBar, makeStyles } from '@fluentui/react-components'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { FixRun } from '@trustwright/shared-schemas'
import { fixesKey, resumeFixes, stopFixes } from '../../../api/fix-queries.ts'
import { ActionLink } from '../../../components/action-link.tsx'
import { ProblemNotice } from '../../../components/problem-notice.tsx'
import { paths } from '../../../paths.ts'
import { notMade, runWords } from './fix-words.ts'

const useStyles = makeStyles({
  box: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: '16px' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
})

/** How a run stands, and what can be done with it. */
export function FixRunHead({ run }: { readonly run: FixRun }) {
  const styles = useStyles()
  const queries = useQueryClient()
  const onSuccess = () => queries.invalidateQueries({ queryKey: fixesKey })
  const stop = useMutation({ mutationFn: stopFixes, onSuccess })
  const resume = useMutation({ mutationFn: resumeFixes, onSuccess })
  const { counts, itemCount, runId, state } = run
  const left = (counts.pending ?? 0) + (counts.waiting ?? 0)
  const error = stop.error ?? resume.error
  return (
    <div className={styles.box}>
      <output>{runWords(run)}</output>
      {state === 'running' && (
        <ProgressBar aria-label="Changes made" value={(itemCount - notMade(run)) / itemCount} />
      )}
      {error !== null && <ProblemNotice error={error} />}
      <div className={styles.buttons}>
        {state === 'running' && (
          <Button disabledFocusable={stop.isPending} onClick={() => stop.mutate(runId)}>
            Stop
          </Button>
        )}
        {state !== 'running' && left > 0 && (
          <Button disabledFocusable={resume.isPending} onClick={() => resume.mutate({ runId, only: 'left' })}>
            Go on with what is left
          </Button>
        )}
        {state !== 'running' && (counts.failed ?? 0) > 0 && (
          <Button
            disabledFocusable={resume.isPending}
            onClick={() => resume.mutate({ runId, only: 'failed' })}
          >
            Try what failed again
          </Button>
        )}
        {state === 'finished' && (
          <ActionLink href={run.origin === 'list' ? paths.trusts() : paths.findings()} appearance="primary">
            {run.origin === 'list' ? 'Back to the trusts' : 'Back to the findings'}
          </ActionLink>
        )}
      </div>
    </div>
  )
}
