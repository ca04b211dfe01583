import {
  checkTrust,
  judgeWrite,
  silentFaults,
  type Cause,
  type DiagnosedTrust,
  type WriteContext,
} from '@trustwright/federation'
import type { DiagnosedCause, PreflightRequest } from '@trustwright/shared-schemas'
import { toCauses } from '../../domain/to-causes.ts'

/** What stands in the way of one write, best first: what Azure would say, and why GitHub's answer makes it certain to fail. */
export function judgeDraft(
  operation: PreflightRequest['operation'],
  parentKind: PreflightRequest['parent']['kind'],
  draft: DiagnosedTrust,
  context: WriteContext,
): DiagnosedCause[] {
  const { causes } = judgeWrite({
    operation: operation === 'change' ? 'update' : operation,
    parentKind,
    draft,
    context,
  })
  const ofGithub = operation === 'delete' ? [] : faultsByFacts(draft, { ...context, parentKind })
  return toCauses([...ofGithub, ...causes])
}

/** The rest is seen in the values alone, which the page reads itself. */
function faultsByFacts(draft: DiagnosedTrust, context: WriteContext): readonly Cause[] {
  const { facts, ...without } = context
  if (facts?.github === undefined) return []
  const known = silentFaults(checkTrust(draft, without).causes)
  return silentFaults(checkTrust(draft, context).causes).filter(
    ({ code, field }) => !known.some((other) => other.code === code && other.field === field),
  )
}
