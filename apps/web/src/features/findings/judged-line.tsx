import { Button, ProgressBar, makeStyles, tokens } from '@fluentui/react-components'
import type { FindingRun, InventoryScan } from '@trustwright/shared-schemas'
import { isOpen } from '../../components/inventory/inventory-query.ts'
import { progressWords } from '../../components/inventory/progress-words.ts'
import type { Reading } from '../../components/inventory/use-reading.ts'
import { ProblemNotice } from '../../components/problem-notice.tsx'
import { useNow } from '../../components/use-now.ts'
import { exactTime, relativeTime } from '../../lib/time.ts'
import { counted } from '../../lib/words.ts'
import { outsideLines } from './gap-words.ts'
import type { Judged } from './use-judged.ts'

const useStyles = makeStyles({
  box: { display: 'grid', rowGap: '4px', color: tokens.colorNeutralForeground2 },
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px 16px', minHeight: '32px' },
  small: { fontSize: tokens.fontSizeBase200 },
  bar: { flex: '0 1 160px' },
})

interface JudgedLineProps {
  readonly run: FindingRun
  readonly reading: Reading
  readonly judge: Judged['judge']
}

/** What was judged and when, what was not asked, and the ways to read and to judge again. */
export function JudgedLine({ run, reading, judge }: JudgedLineProps) {
  const styles = useStyles()
  const scan = reading.scan ?? null
  const isReading = scan !== null && isOpen(scan)
  const isJudging = run.state === 'running' || judge.isPending
  const now = useNow(isReading ? 1000 : 30_000)
  const at = Date.parse(run.finishedAt ?? run.startedAt)
  return (
    <div className={styles.box}>
      <div className={styles.line}>
        <span title={exactTime(at)}>{lineOf(run, relativeTime(at, now))}</span>
        {!isReading && (
          <Button
            size="small"
            disabledFocusable={reading.isStarting}
            onClick={() => !reading.isStarting && reading.start()}
          >
            {reading.isStarting ? 'Starting' : 'Read again'}
          </Button>
        )}
        <Button size="small" disabledFocusable={isJudging} onClick={() => !isJudging && judge.mutate()}>
          {isJudging ? 'Judging' : 'Judge again'}
        </Button>
      </div>
      {isReading && <ReadingLine scan={scan} now={now} />}
      {outsideLines(run).map((line) => (
        <span className={styles.small} key={line}>
          {line}
        </span>
      ))}
      {reading.error !== null && <ProblemNotice error={reading.error} onRetry={reading.retry} />}
      {judge.error !== null && <ProblemNotice error={judge.error} />}
    </div>
  )
}

function ReadingLine({ scan, now }: { readonly scan: InventoryScan; readonly now: number }) {
  const styles = useStyles()
  const found = scan.identitiesFound + scan.applicationsFound
  const progress = found === 0 ? {} : { value: (scan.identitiesRead + scan.applicationsRead) / found }
  return (
    <div className={styles.line}>
      <ProgressBar className={styles.bar} aria-label="Reading the trusts" {...progress} />
      <span className={styles.small}>
        {`Reading the trusts. ${progressWords(scan, now)} Findings change once all are read.`}
      </span>
    </div>
  )
}

function lineOf({ state, trusts, parents }: FindingRun, when: string): string {
  if (state === 'running') return 'Judging what was read last. What stands below is from before.'
  if (state === 'failed') return `The last judgement failed ${when}. What stands below is from before.`
  return `${counted(trusts, 'trust')} on ${counted(parents, 'identity or application', 'identities and applications')} judged ${when}.`
}
