import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { useMutation, useQuery } from '@tanstack/react-query'
import type { FixPlan } from '@trustwright/shared-schemas'
import { useState } from 'react'
import { ApiProblem } from '../../../api/api-problem.ts'
import { fixPlanQuery, startFixes } from '../../../api/fix-queries.ts'
import type { WhoseFindings } from '../../../api/finding-queries.ts'
import { useGo } from '../../../components/app-link.tsx'
import { SubmitButton } from '../../../components/forms/submit-button.tsx'
import { GuardrailNotice } from '../../../components/guardrails/guardrail-notice.tsx'
import { ProblemNotice } from '../../../components/problem-notice.tsx'
import { QueryView } from '../../../components/query-view.tsx'
import { duration } from '../../../lib/time.ts'
import { count, counted } from '../../../lib/words.ts'
import { paths } from '../../../paths.ts'
import { Callout } from '../../../ui/callout.tsx'
import { Fold } from '../../../ui/fold.tsx'
import { Modal } from '../../../ui/modal.tsx'
import { Skeleton } from '../../../ui/skeleton.tsx'
import { actionWords, planWords } from './fix-words.ts'
import { ValueChanges } from './value-changes.tsx'

const useStyles = makeStyles({
  list: {
    listStyleType: 'none',
    margin: 0,
    padding: '12px 16px',
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    rowGap: '12px',
    maxHeight: '45vh',
    overflowY: 'auto',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  item: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: '4px' },
  title: { fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground2 },
  plain: { margin: 0, paddingLeft: '20px', display: 'grid', rowGap: '4px', overflowWrap: 'anywhere' },
})

/** The whole plan can be looked at, a part at a time. */
const atOnce = 50

interface FixDialogProps {
  /** Of the findings. */
  readonly hashes: readonly string[]
  readonly of: WhoseFindings
  readonly onClose: () => void
}

/** First what fixing would change, to the letter; then the run, as the person. */
export function FixDialog({ hashes, of, onClose }: FixDialogProps) {
  const go = useGo()
  const plan = useQuery(fixPlanQuery(of, hashes))
  const start = useMutation({
    mutationFn: startFixes,
    onSuccess: ({ runId }) => go(paths.fixRun(runId)),
    onError: (error) => {
      if (error instanceof ApiProblem && error.code === 'FIX_PLAN_CHANGED') void plan.refetch()
    },
  })
  const items = plan.data?.items ?? []
  return (
    <Modal
      open
      title={`Fix ${counted(hashes.length, 'finding')}`}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose} data-first-focus="">
            Cancel
          </Button>
          <SubmitButton
            type="button"
            label={items.length === 0 ? 'Nothing to change' : `Make ${counted(items.length, 'change')}`}
            busyLabel="Starting"
            busy={start.isPending}
            blockedReason={items.length === 0 ? 'No change is ready.' : null}
            onClick={() => {
              if (plan.data !== undefined && items.length > 0)
                start.mutate({ of, hashes, digest: plan.data.digest })
            }}
          />
        </>
      }
    >
      {start.error !== null && <ProblemNotice error={start.error} />}
      <QueryView
        query={plan}
        skeleton={<Skeleton shape="facts" count={3} label="Looking at what would change" />}
      >
        {(read) => <Plan plan={read} />}
      </QueryView>
    </Modal>
  )
}

function Plan({ plan: { items, left, seconds } }: { readonly plan: FixPlan }) {
  const styles = useStyles()
  const [shown, setShown] = useState(atOnce)
  const [shownLeft, setShownLeft] = useState(atOnce)
  return (
    <>
      {items.length > 0 && (
        <>
          <p className={styles.quiet}>
            {`${planWords(items)}. Nothing was changed yet. It takes about ${duration(seconds)}; what is deleted can be restored for 30 days.`}
          </p>
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls by keyboard as well, so that the actions stay in sight */}
          <ul className={styles.list} aria-label="Changes" tabIndex={0}>
            {items.slice(0, shown).map((item) => (
              <li key={`${item.trustKey} ${item.action}`} className={styles.item}>
                <span className={styles.title}>{`${actionWords(item)} on ${item.parentName}`}</span>
                <ValueChanges change={item} />
                <GuardrailNotice refusals={item.guardrails} />
              </li>
            ))}
          </ul>
          <MoreOf total={items.length} shown={shown} what="change" onMore={setShown} />
        </>
      )}
      {items.length === 0 && (
        <Callout intent="information" title="None of these can be fixed by a press">
          <p>Why stands below. Each finding says what to do by hand.</p>
        </Callout>
      )}
      {left.length > 0 && (
        <Fold summary={`${counted(left.length, 'finding')} stay as they are`} isDue={items.length === 0}>
          <ul className={styles.plain}>
            {left.slice(0, shownLeft).map(({ hash, parentName, trustName, why }) => (
              <li key={hash}>{`${trustName ?? parentName}: ${why}`}</li>
            ))}
          </ul>
          <MoreOf total={left.length} shown={shownLeft} what="finding" onMore={setShownLeft} />
        </Fold>
      )}
    </>
  )
}

interface MoreOfProps {
  readonly total: number
  readonly shown: number
  readonly what: string
  readonly onMore: (next: number) => void
}

function MoreOf({ total, shown, what, onMore }: MoreOfProps) {
  if (shown >= total) return null
  return (
    <div>
      <Button onClick={() => onMore(shown + atOnce * 4)}>
        {`Show more: ${count(shown)} of ${counted(total, what)} shown`}
      </Button>
    </div>
  )
}
