import { makeStyles, tokens } from '@fluentui/react-components'
import { useQueryClient } from '@tanstack/react-query'
import type { Draft } from '@trustwright/shared-schemas'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useForm, useWatch } from 'react-hook-form'
import { deleteDraft, draftsQuery } from '../../api/draft-calls.ts'
import { useHeldStill } from '../../components/access/use-held-still.ts'
import { useGo } from '../../components/app-link.tsx'
import { GithubOutcome } from '../../components/github/github-outcome.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { paths } from '../../paths.ts'
import { blockedReason } from './blocked-reason.ts'
import { bulkOfBody, isEmptyBulk } from './bulk-draft.ts'
import { emptyBulk, type BulkValues } from './bulk-form.ts'
import { CheckSection } from './check-section.tsx'
import { DraftKeeper, type KeptDraft } from './draft-keeper.tsx'
import { OwnRuns } from './own-runs.tsx'
import { GithubSection } from './github-section.tsx'
import { planItems } from './plan-items.ts'
import { PlanSection } from './plan-section.tsx'
import { PlannedRows } from './planned-rows.tsx'
import { RowsSection } from './rows-section.tsx'
import { identitiesNeeded, spreadRows } from './spread-rows.ts'
import { TargetsSection } from './targets-section.tsx'
import { useEnvironmentLook } from './use-environment-look.ts'
import { useRows } from './use-rows.ts'
import { useTargets } from './use-targets.ts'

const wide = '@media (min-width: 1200px)'

const useStyles = makeStyles({
  page: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: '32px', maxWidth: '1200px' },
  columns: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: '40px 48px',
    alignItems: 'start',
    [wide]: { gridTemplateColumns: 'minmax(0, 640px) minmax(0, 1fr)' },
  },
  part: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: '40px', maxWidth: '640px' },
  outcome: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    rowGap: '32px',
    // What will happen stays in sight while the left side is filled in.
    [wide]: {
      position: 'sticky',
      top: '24px',
      maxHeight: 'calc(100vh - 48px)',
      overflowY: 'auto',
      padding: '20px',
      backgroundColor: tokens.colorNeutralBackground2,
      borderRadius: tokens.borderRadiusLarge,
    },
  },
})

interface BulkBodyProps {
  /** Null for a page that nobody typed into. */
  readonly draft: Draft | null
  readonly onStoredAs: (draft: Draft) => void
}

/** Rows, identities, a plan, a look at Azure, and only then a run. */
export function BulkBody({ draft, onStoredAs }: BulkBodyProps) {
  const styles = useStyles()
  const go = useGo()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const { github: outcome } = useSearch({ from: '/new/bulk' })
  const [start] = useState(() => (draft === null ? emptyBulk : bulkOfBody(draft.body)))
  const form = useForm<BulkValues>({ defaultValues: start })
  // The form starts with every value.
  const values = useWatch({ control: form.control }) as BulkValues
  const kept = useRef<KeptDraft>(null)
  const [sayIn, setSayIn] = useState<HTMLElement | null>(null)
  const rows = useRows(values)
  const environments = useEnvironmentLook(rows)
  const targets = useTargets(values)
  // Ten thousand rows take a while to be spread: not for each letter of a name.
  const all = useHeldStill(targets.all, 250)
  const plan = useMemo(() => spreadRows(rows.rows, all, values.order), [rows.rows, all, values.order])
  const items = useMemo(() => planItems(plan.placed, values.access), [plan, values.access])
  const [isChoosing, setChoosing] = useState(false)

  const [runId, setRunId] = useState<string | null>(null)

  async function keep(): Promise<string | null> {
    const draftId = (await kept.current?.flush()) ?? null
    return draftId === null ? null : paths.bulk({ draft: draftId })
  }

  function started(begun: string) {
    const draftId = kept.current?.end() ?? null
    // The rows are the run's now. A draft that stays is listed a while longer, which does no harm.
    if (draftId !== null) {
      void deleteDraft(draftId)
        .catch(() => undefined)
        .then(() => queries.invalidateQueries(draftsQuery))
    }
    setRunId(begun)
  }
  // Not in the handler: the guard of unsaved drafts has to hear of the end first.
  useEffect(() => {
    if (runId !== null) go(paths.bulkRun(runId), { replace: true })
    // oxlint-disable-next-line react/exhaustive-deps -- once for a run; `go` is another one each time
  }, [runId])

  return (
    <>
      <PageHeader
        title="Many trusts at once"
        summary="Makes up to 10,000 trusts in one run. Nothing is written before you have seen the plan."
        breadcrumbs={[{ text: 'New trust', href: paths.trustCreate() }]}
        actions={<div ref={setSayIn} />}
      />
      <div className={styles.page}>
        {(draft !== null || !isEmptyBulk(values)) && (
          <DraftKeeper
            ref={kept}
            draft={draft}
            values={values}
            trusts={rows.rows.length}
            sayIn={sayIn}
            onStoredAs={(stored) => {
              onStoredAs(stored)
              // The page stays as it is: what is under the pointer must not move.
              const search = { draft: stored.draftId }
              void navigate({ to: '/new/bulk', search, replace: true, resetScroll: false })
            }}
            onTaken={(body) => form.reset(bulkOfBody(body))}
          />
        )}
        <div className={styles.columns}>
          <div className={styles.part}>
            <RowsSection form={form} rows={rows} />
            <TargetsSection
              form={form}
              targets={targets}
              plan={plan}
              needed={identitiesNeeded(plan)}
              onChoosing={setChoosing}
            />
          </div>
          <div className={styles.outcome}>
            <GithubOutcome outcome={outcome} />
            <GithubSection form={form} look={rows.github} environments={environments} keep={keep} />
            <PlanSection plan={plan} columns={rows.columns} />
            <CheckSection
              items={items}
              blockedReason={
                all === targets.all
                  ? blockedReason(plan, targets, { ...rows, isChoosing, items: items.length })
                  : 'Reading what you typed.'
              }
              onStarted={started}
            />
          </div>
        </div>
        <OwnRuns />
        <PlannedRows placed={plan.placed} />
      </div>
    </>
  )
}
