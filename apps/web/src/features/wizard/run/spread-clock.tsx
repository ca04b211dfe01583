import { useNow } from '../../../components/use-now.ts'
import { clockText } from '../../../components/prove/spread-retry.ts'

/** https://learn.microsoft.com/entra/workload-id/workload-identity-federation-considerations */
const usualSeconds = 300

/** How long Azure has been spreading a new trust; nothing once the usual time is over. */
export function SpreadClock({ since }: { readonly since: number }) {
  const now = useNow(1000)
  const seconds = Math.max(0, Math.floor((now - since) / 1000))
  if (seconds > usualSeconds) return null
  return (
    <p role="timer" aria-live="off">
      Azure spreads the new trust: {clockText(seconds)} so far, usually under {clockText(usualSeconds)}.
    </p>
  )
}
