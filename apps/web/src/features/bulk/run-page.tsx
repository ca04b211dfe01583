import { makeStyles } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useDeferredValue, useMemo, useState } from 'react'
import { roleTemplatesQuery } from '../../api/access-queries.ts'
import { ApiProblem } from '../../api/api-problem.ts'
import { ActionLink } from '../../components/action-link.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { QueryView } from '../../components/query-view.tsx'
import { EmptyState } from '../../components/state-views.tsx'
import { useWholeRun } from '../../components/set-up/use-whole-run.ts'
import type { WholeRun } from '../../api/bulk-calls.ts'
import { paths } from '../../paths.ts'
import { Skeleton } from '../../ui/skeleton.tsx'
import { RunHead } from './run-head.tsx'
import { RunList } from './run-list.tsx'
import { isProblem, runRow, runTitle } from './run-rows.ts'
import { stepWords } from './step-words.ts'

const useStyles = makeStyles({
  page: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: '24px', maxWidth: '1100px' },
})

/** Progress of a run, row by row. It goes on without this page. */
export function BulkRunPage() {
  const { runId } = useParams({ from: '/new/bulk/$runId' })
  const whole = useWholeRun(runId)
  return (
    <>
      <PageHeader
        title={whole.data === undefined ? 'Creating trusts' : runTitle(whole.data.run)}
        {...(whole.data?.run.state === 'running' && {
          summary: 'The portal works on. You can leave this page and come back to its address.',
        })}
        actions={<ActionLink href={paths.bulk()}>More trusts</ActionLink>}
        breadcrumbs={[
          { text: 'New trust', href: paths.trustCreate() },
          { text: 'Many at once', href: paths.bulk() },
        ]}
      />
      {isMissing(whole.error) ? (
        <EmptyState
          kind="nothing-yet"
          title="There is no such run of yours"
          action={
            <ActionLink href={paths.bulk()} appearance="primary">
              Your runs
            </ActionLink>
          }
        >
          A run opens only for the person who started it, and is kept for 30 days after its end.
        </EmptyState>
      ) : (
        <QueryView query={whole} skeleton={<Skeleton shape="rows" count={8} label="Reading the run" />}>
          {(page) => <Run page={page} />}
        </QueryView>
      )}
    </>
  )
}

function isMissing(error: unknown): boolean {
  return error instanceof ApiProblem && ['SET_UP_NOT_FOUND', 'INPUT_REFUSED'].includes(error.code)
}

function Run({ page }: { readonly page: WholeRun }) {
  const styles = useStyles()
  const items = useDeferredValue(page.items)
  const templates = useQuery(roleTemplatesQuery).data?.templates
  const rows = useMemo(
    () => items.map((item) => runRow(item, (step) => stepWords(step, templates ?? []))),
    [items, templates],
  )
  const wrong = useMemo(() => rows.filter(isProblem), [rows])
  const [only, setOnly] = useState<'all' | 'problems'>('all')
  return (
    <div className={styles.page}>
      <RunHead page={page} />
      <RunList
        rows={only === 'problems' ? wrong : rows}
        only={only}
        all={rows.length}
        problems={wrong.length}
        onOnly={setOnly}
      />
    </div>
  )
}
