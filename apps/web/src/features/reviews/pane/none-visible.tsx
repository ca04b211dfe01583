import { SubmitButton } from '../../../components/forms/submit-button.tsx'
import { isOpen } from '../../../components/inventory/inventory-query.ts'
import { useReading } from '../../../components/inventory/use-reading.ts'
import { ProblemNotice } from '../../../components/problem-notice.tsx'
import { EmptyState } from '../../../components/state-views.tsx'
import { counted } from '../../../lib/words.ts'

/** A reviewer whose own inventory shows none of the trusts, such as one who never read it. The lines come once it is read. */
export function NoneVisible({ hidden }: { readonly hidden: string | null }) {
  const { error, isStarting, retry, scan, start } = useReading('mine')
  if (error !== null) return <ProblemNotice error={error} onRetry={retry} />
  if (scan !== undefined && scan !== null && isOpen(scan)) {
    return (
      <EmptyState kind="nothing-yet" title="Your inventory is being read">
        {`${counted(scan.trustsFound, 'trust')} so far. Those of this review stand here at the end of it.`}
      </EmptyState>
    )
  }
  return (
    <EmptyState
      kind="no-permission"
      title="None of these trusts is visible to you"
      action={
        <SubmitButton
          type="button"
          label="Read your inventory"
          busyLabel="Starting"
          busy={isStarting}
          onClick={start}
        />
      }
    >
      {hidden ?? 'The review holds nothing.'}
    </EmptyState>
  )
}
