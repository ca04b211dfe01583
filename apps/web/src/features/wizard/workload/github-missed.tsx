import { Button } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { githubConnectionQuery } from '../../../api/github-queries.ts'
import { Callout } from '../../../ui/callout.tsx'
import { GithubSignIn } from '../../../components/github/github-sign-in.tsx'
import { paths } from '../../../paths.ts'
import { missedWords } from '../../../components/checks/github-missed-words.ts'
import type { Wizard } from '../wizard.ts'

interface GithubMissedProps {
  readonly error: unknown
  /** When it came, in milliseconds. */
  readonly at: number
  /** `contoso/pay-api`. */
  readonly repository: string
  readonly wizard: Wizard
  readonly onRetry: () => void
}

/** GitHub did not tell: why, what helps, and that the way on by hand is open. */
export function GithubMissed({ error, at, repository, wizard, onRetry }: GithubMissedProps) {
  const connection = useQuery(githubConnectionQuery).data
  const isSignedIn = (connection?.connection ?? null) !== null
  const { title, text, helps } = missedWords(error, repository, {
    isSignedIn,
    canSignIn: connection?.canConnect === true,
    now: at,
  })
  // What was typed last goes along.
  const keep = async () => {
    const draftId = await wizard.flush()
    return draftId === null ? null : paths.wizardStep(draftId, 'workload')
  }
  return (
    <Callout
      intent="information"
      title={title}
      actions={
        <>
          {helps !== 'retry' && wizard.storedId !== null && (
            <GithubSignIn keep={keep} again={helps === 'sign-in-again'} />
          )}
          <Button onClick={onRetry}>Look again</Button>
        </>
      }
    >
      <p>{text}</p>
    </Callout>
  )
}
