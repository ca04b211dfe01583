import { Button } from '@fluentui/react-components'
import type { TrustRequest } from '@trustwright/shared-schemas'
import { withdrawRequest } from '../../api/request-queries.ts'
import { ProblemNotice } from '../../components/problem-notice.tsx'
import { useDecision } from './use-decision.ts'

/** Takes back one's own request. */
export function WithdrawRequest({ request }: { readonly request: TrustRequest }) {
  const withdraw = useDecision(request, withdrawRequest, () => 'Request withdrawn')
  return (
    <div>
      {withdraw.error !== null && <ProblemNotice error={withdraw.error} />}
      <Button disabledFocusable={withdraw.isPending} onClick={() => withdraw.mutate(request)}>
        {withdraw.isPending ? 'Withdrawing' : 'Withdraw my request'}
      </Button>
    </div>
  )
}
