import { Button } from '@fluentui/react-components'
import { Callout } from '../../../ui/callout.tsx'

interface LinkProblemsProps {
  readonly problems: readonly string[]
  readonly onGoOn: (() => void) | null
}

/** What of a prefill link was not understood, before anything of it is used. */
export function LinkProblems({ problems, onGoOn }: LinkProblemsProps) {
  if (problems.length === 0) return null
  return (
    <Callout
      intent="warning"
      title="Not all of this link was understood"
      actions={onGoOn === null ? undefined : <Button onClick={onGoOn}>Go on with the rest</Button>}
    >
      {problems.map((problem) => (
        <p key={problem}>{problem}</p>
      ))}
    </Callout>
  )
}
