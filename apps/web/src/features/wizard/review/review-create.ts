import { useQueryClient } from '@tanstack/react-query'
import type { SetUpItem } from '@trustwright/shared-schemas'
import { useState } from 'react'
import { withReason } from '../../../components/access/access-values.ts'
import { dryRunQuery } from '../../../api/set-up-calls.ts'
import { planOf, type ReviewPlan } from './review-plan.ts'
import { startRun } from '../run/run-start.ts'
import type { Wizard } from '../wizard.ts'

/** Azure was asked so short ago that asking again would only make the person wait. */
const freshMs = 10_000

interface CreateState {
  readonly busy: boolean
  readonly error: unknown
  /** Something came in between since the review was shown: it now shows that instead. */
  readonly isChanged: boolean
  readonly create: () => Promise<void>
}

/** Looks once more, and starts the run. `reason`: for the owner-like roles that came without one. */
export function useCreate(wizard: Wizard, item: SetUpItem, plan: ReviewPlan, reason: string): CreateState {
  const queries = useQueryClient()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const [isChanged, setChanged] = useState(false)

  /** Null where what stood in the review does not hold any more. */
  async function checkedAgain(): Promise<SetUpItem | null> {
    const query = dryRunQuery([item], wizard.storedId)
    const run = await queries.fetchQuery({ ...query, staleTime: freshMs }).catch(() => undefined)
    // The run itself asks before each write, so it can begin where the check cannot be made.
    if (run === undefined) return plan.asked
    const now = planOf(item, run, () => '', { isBlind: false, isReading: false })
    const isOther = now.stopped !== null || now.left.length !== plan.left.length
    return isOther ? null : now.asked
  }

  async function create() {
    setBusy(true)
    setError(null)
    setChanged(false)
    try {
      const asked = await checkedAgain()
      if (asked === null) {
        setChanged(true)
        return
      }
      wizard.began(await startRun(wizard, { ...asked, roles: withReason(asked.roles, reason) }))
    } catch (problem) {
      setError(problem)
    } finally {
      setBusy(false)
    }
  }
  return { busy, error, isChanged, create }
}
