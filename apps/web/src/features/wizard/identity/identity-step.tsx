import { useQuery } from '@tanstack/react-query'
import { subscriptionsQuery } from '../../../api/identity-queries.ts'
import { FailedState } from '../../../components/state-views.tsx'
import { useCloud } from '../../../components/use-cloud.ts'
import { Skeleton } from '../../../ui/skeleton.tsx'
import { defaultIdentityName } from './default-names.ts'
import { startOfIdentity } from './identity-choice.ts'
import { IdentityForm } from './identity-form.tsx'
import { useSuggestions } from './use-suggestions.ts'
import type { Wizard } from '../wizard.ts'

/** Whom the workload signs in as. */
export function IdentityStep({ wizard }: { readonly wizard: Wizard }) {
  const cloud = useCloud()
  const { body } = wizard
  const suggestions = useSuggestions(body)
  const subscriptions = useQuery(subscriptionsQuery)
  if (!suggestions.ready || subscriptions.isPending) {
    return <Skeleton shape="form" count={4} label="Looking for identities that fit" />
  }
  const list = subscriptions.data?.subscriptions ?? []
  const name = defaultIdentityName(body, cloud)
  return (
    <>
      {suggestions.error !== null && <FailedState error={suggestions.error} onRetry={suggestions.retry} />}
      <IdentityForm
        wizard={wizard}
        found={suggestions.found}
        isKnown={suggestions.isKnown}
        subscriptions={list}
        start={startOfIdentity({ body, found: suggestions.found, subscriptions: list, name })}
      />
    </>
  )
}
