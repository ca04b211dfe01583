import type { AttemptProblem } from '@trustwright/shared-schemas'
import { Callout } from '../../ui/callout.tsx'

/** What kept a try from an answer of Entra. */
export function AttemptFault({ problem }: { readonly problem: AttemptProblem }) {
  return (
    <Callout intent="warning" role="alert" title="Entra was not asked, or gave no answer">
      <p>{problem.detail}</p>
      <p>{problem.nextStep}</p>
    </Callout>
  )
}
