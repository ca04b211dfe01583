import { makeStyles } from '@fluentui/react-components'
import { useMutation, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import type { RemovalPlan } from '@trustwright/shared-schemas'
import { useState } from 'react'
import { ApiProblem } from '../../../api/api-problem.ts'
import { removalPlanQuery, startRemovals } from '../../../api/removal-queries.ts'
import { ActionLink } from '../../../components/action-link.tsx'
import { useGo } from '../../../components/app-link.tsx'
import type { InventoryOf } from '../../../components/inventory/inventory-query.ts'
import { readPickedTrusts } from '../../../components/inventory/picked-trusts.ts'
import { PageHeader } from '../../../components/page-header.tsx'
import { QueryView } from '../../../components/query-view.tsx'
import { EmptyState } from '../../../components/state-views.tsx'
import { counted } from '../../../lib/words.ts'
import { paths } from '../../../paths.ts'
import { Skeleton } from '../../../ui/skeleton.tsx'
import { DeleteConfirm } from './delete-confirm.tsx'
import { PlannedRemovals } from './planned-removals.tsx'

const useStyles = makeStyles({
  page: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: '16px' },
})

const route = getRouteApi('/trusts/delete')

/** What deleting the ticked trusts would delete; then the run, as the person. */
export function TrustsDeletePage() {
  const { of = 'mine' } = route.useSearch()
  const [keys] = useState(readPickedTrusts)
  return (
    <>
      <PageHeader
        title={keys.length === 0 ? 'Delete trusts' : `Delete ${counted(keys.length, 'trust')}`}
        summary="Nothing was deleted yet. Each can be restored for 30 days: that makes a new trust with the same values."
        breadcrumbs={[{ text: 'Trusts', href: paths.trusts(of === 'portal' ? { of } : {}) }]}
      />
      {keys.length === 0 ? (
        <EmptyState
          kind="nothing-yet"
          title="No trust is ticked"
          action={<ActionLink href={paths.trusts()}>Go to the trusts</ActionLink>}
        >
          Ticks that came from the list last until the page is loaded anew. Tick the trusts there, then press
          Delete.
        </EmptyState>
      ) : (
        <DryRun keys={keys} of={of} />
      )}
    </>
  )
}

function DryRun({ keys, of }: { readonly keys: readonly string[]; readonly of: InventoryOf }) {
  const styles = useStyles()
  const go = useGo()
  const plan = useQuery(removalPlanQuery(of, keys))
  const start = useMutation({
    mutationFn: startRemovals,
    onSuccess: ({ runId }) => go(paths.fixRun(runId)),
    onError: (error) => {
      if (error instanceof ApiProblem && error.code === 'FIX_PLAN_CHANGED') void plan.refetch()
    },
  })
  const begin = ({ digest }: RemovalPlan) => start.mutate({ of, keys, digest })
  return (
    <QueryView
      query={plan}
      skeleton={<Skeleton shape="rows" count={6} label="Looking at what would be deleted" />}
    >
      {(read) => (
        <div className={styles.page}>
          <DeleteConfirm
            plan={read}
            busy={start.isPending}
            error={start.error}
            onDelete={() => begin(read)}
          />
          <PlannedRemovals plan={read} />
        </div>
      )}
    </QueryView>
  )
}
