import { Button, Checkbox, makeStyles, tokens } from '@fluentui/react-components'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { mostFindingsAtOnce, type StoredFinding } from '@trustwright/shared-schemas'
import { findingsKey, pickFindings, reopenFindings, type FindingFilter } from '../../api/finding-queries.ts'
import { ProblemNotice } from '../../components/problem-notice.tsx'
import { notify } from '../../components/toaster.tsx'
import { useSession } from '../../components/use-session.ts'
import { count, counted } from '../../lib/words.ts'
import type { FindingChoice } from './use-finding-choice.ts'

const useStyles = makeStyles({
  box: {
    display: 'grid',
    rowGap: '4px',
    position: 'sticky',
    top: 0,
    zIndex: 1,
    padding: '4px 0',
    backgroundColor: tokens.colorNeutralBackground1,
  },
  bar: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px 16px', minHeight: '40px' },
  quiet: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
})

interface PickBarProps {
  readonly findings: readonly StoredFinding[]
  readonly total: number
  readonly filter: FindingFilter
  readonly choice: FindingChoice
  readonly onFix: () => void
  readonly onAccept: () => void
}

/** Picks all that fit the filter, loaded or not, and says what to do with them. */
export function PickBar({ findings, total, filter, choice, onFix, onAccept }: PickBarProps) {
  const styles = useStyles()
  const isAdmin = useSession().user?.isAdmin === true
  const { chosen } = choice
  const pickAll = useMutation({
    mutationFn: () => pickFindings(filter),
    onSuccess: ({ hashes }) => choice.pick(hashes),
  })
  const most = Math.min(total, mostFindingsAtOnce)
  const isNone = chosen.length === 0
  const isAll = chosen.length >= most
  const pickMost = () => {
    if (findings.length >= most) choice.pick(findings.slice(0, most).map(({ hash }) => hash))
    else if (!pickAll.isPending) pickAll.mutate()
  }
  return (
    <div className={styles.box}>
      <div className={styles.bar}>
        <Checkbox
          label={pickAll.isPending ? 'Picking' : isNone ? allWords(total) : `${count(chosen.length)} picked`}
          checked={isNone ? false : isAll ? true : 'mixed'}
          onChange={() => (isAll ? choice.clear() : pickMost())}
        />
        {filter.state === 'active' ? (
          <>
            <Button disabledFocusable={isNone} onClick={() => !isNone && onFix()}>
              Fix…
            </Button>
            {isAdmin && (
              <Button disabledFocusable={isNone} onClick={() => !isNone && onAccept()}>
                Accept…
              </Button>
            )}
          </>
        ) : (
          <Reopen hashes={chosen} onDone={choice.clear} />
        )}
      </div>
      {chosen.length === mostFindingsAtOnce && total > mostFindingsAtOnce && (
        <p className={styles.quiet}>
          {`One press takes ${count(mostFindingsAtOnce)} at the most: the worst of ${counted(total, 'finding')} are picked. The others come after these.`}
        </p>
      )}
      {pickAll.error !== null && <ProblemNotice error={pickAll.error} />}
    </div>
  )
}

function allWords(total: number): string {
  return total > mostFindingsAtOnce
    ? `Pick the worst ${count(mostFindingsAtOnce)} of ${count(total)}`
    : `Pick all ${count(total)}`
}

interface ReopenProps {
  readonly hashes: readonly string[]
  readonly onDone: () => void
}

function Reopen({ hashes, onDone }: ReopenProps) {
  const queries = useQueryClient()
  const reopen = useMutation({
    mutationFn: () => reopenFindings(hashes),
    onSuccess: async ({ reopened }) => {
      await queries.invalidateQueries({ queryKey: findingsKey })
      notify({
        intent: 'success',
        title: `${counted(reopened, 'finding')} open again`,
        text: 'What a rule accepts stays accepted.',
      })
      onDone()
    },
  })
  return (
    <>
      <Button
        disabledFocusable={hashes.length === 0 || reopen.isPending}
        onClick={() => hashes.length > 0 && reopen.mutate()}
      >
        Open again
      </Button>
      {reopen.error !== null && <ProblemNotice error={reopen.error} />}
    </>
  )
}
