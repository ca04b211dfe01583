import { Button, ProgressBar } from '@fluentui/react-components'
import type { FindingRun, InventoryScan } from '@trustwright/shared-schemas'
import type { WhoseFindings } from '../../api/finding-queries.ts'
import { ActionLink } from '../../components/action-link.tsx'
import { SubmitButton } from '../../components/forms/submit-button.tsx'
import { isOpen } from '../../components/inventory/inventory-query.ts'
import { NeverRead } from '../../components/inventory/nothing-read.tsx'
import { progressWords } from '../../components/inventory/progress-words.ts'
import type { Reading } from '../../components/inventory/use-reading.ts'
import { ProblemNotice } from '../../components/problem-notice.tsx'
import { EmptyState } from '../../components/state-views.tsx'
import { useNow } from '../../components/use-now.ts'
import { counted } from '../../lib/words.ts'
import { paths } from '../../paths.ts'
import { Skeleton } from '../../ui/skeleton.tsx'
import type { Judged } from './use-judged.ts'

interface NotJudgedYetProps {
  readonly of: WhoseFindings
  readonly reading: Reading
  readonly run: FindingRun | null
  readonly judge: Judged['judge']
}

/** Before the first judgement: what is under way towards it, or how to begin it. */
export function NotJudgedYet({ of, reading, run, judge }: NotJudgedYetProps) {
  const { scan, error, retry } = reading
  if (error !== null) return <ProblemNotice error={error} onRetry={retry} />
  if (scan === undefined) return <Skeleton shape="rows" count={8} label="Reading findings" />
  if (scan === null)
    return of === 'portal' ? <NeverRead ownHref={paths.findings()} /> : <NothingRead reading={reading} />
  if (isOpen(scan)) return <BeingRead scan={scan} />
  if (run?.state === 'running' || (scan.state === 'finished' && run === null))
    return (
      <EmptyState kind="nothing-yet" title="Judging what was read">
        <div style={{ display: 'grid', rowGap: '12px' }}>
          <p>{`${counted(scan.trustsFound, 'trust')} read. This page goes on by itself.`}</p>
          <ProgressBar aria-label="Judging what was read" />
        </div>
      </EmptyState>
    )
  return <Stuck reading={reading} scan={scan} judge={judge} />
}

function NothingRead({ reading: { isStarting, start } }: Pick<NotJudgedYetProps, 'reading'>) {
  return (
    <EmptyState
      kind="nothing-yet"
      title="Nothing was read yet"
      action={
        <SubmitButton
          type="button"
          label="Read the trusts"
          busyLabel="Starting"
          busy={isStarting}
          onClick={start}
        />
      }
    >
      The portal first reads every trust that you may see. What is wrong with them stands here after that.
    </EmptyState>
  )
}

function BeingRead({ scan }: { readonly scan: InventoryScan }) {
  const now = useNow(1000)
  const found = scan.identitiesFound + scan.applicationsFound
  const progress = found === 0 ? {} : { value: (scan.identitiesRead + scan.applicationsRead) / found }
  return (
    <EmptyState
      kind="nothing-yet"
      title="Reading the trusts"
      action={<ActionLink href={paths.trusts()}>Look at the trusts</ActionLink>}
    >
      <div style={{ display: 'grid', rowGap: '12px' }}>
        <p>
          {scan.trustsFound > 0 && `${counted(scan.trustsFound, 'trust')} so far. `}
          {progressWords(scan, now)} Findings come here by themselves once all are read.
        </p>
        <ProgressBar aria-label="Reading the trusts" {...progress} />
      </div>
    </EmptyState>
  )
}

interface StuckProps extends Pick<NotJudgedYetProps, 'reading' | 'judge'> {
  readonly scan: InventoryScan
}

/** The reading was stopped, or the judgement failed: nothing comes by itself. */
function Stuck({ reading, scan, judge }: StuckProps) {
  const wasStopped = scan.state === 'stopped'
  return (
    <EmptyState
      kind="nothing-yet"
      title={wasStopped ? 'Reading stopped before its end' : 'What was read could not be judged'}
      action={
        <div style={{ display: 'flex', flexWrap: 'wrap', gap: '8px' }}>
          <Button
            appearance="primary"
            disabledFocusable={reading.isStarting}
            onClick={() => !reading.isStarting && reading.start()}
          >
            Read the trusts again
          </Button>
          <Button
            disabledFocusable={judge.isPending}
            onClick={() => !judge.isPending && judge.mutate()}
          >{`Judge the ${counted(scan.trustsFound, 'trust')} read so far`}</Button>
        </div>
      }
    >
      {wasStopped
        ? (scan.stoppedBecause ?? 'Nothing was judged.')
        : 'The portal’s log says why. What was read is kept.'}
      {judge.error !== null && <ProblemNotice error={judge.error} />}
    </EmptyState>
  )
}
