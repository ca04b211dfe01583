import { useQuery } from '@tanstack/react-query'
import { roleTemplatesQuery } from '../../../api/access-queries.ts'
import { subscriptionsQuery } from '../../../api/identity-queries.ts'
import { QueryView } from '../../../components/query-view.tsx'
import { Skeleton } from '../../../ui/skeleton.tsx'
import { AccessForm } from './access-form.tsx'
import type { Wizard } from '../wizard.ts'

/** What the workload may do in Azure once it has signed in. */
export function AccessStep({ wizard }: { readonly wizard: Wizard }) {
  const templates = useQuery(roleTemplatesQuery)
  const subscriptions = useQuery(subscriptionsQuery)
  const skeleton = <Skeleton shape="form" count={3} label="Reading the tasks" />
  return (
    <QueryView query={templates} skeleton={skeleton}>
      {(list) =>
        subscriptions.isPending ? (
          skeleton
        ) : (
          <AccessForm
            wizard={wizard}
            templates={list}
            subscriptions={subscriptions.data?.subscriptions ?? []}
          />
        )
      }
    </QueryView>
  )
}
