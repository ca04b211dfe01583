import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { githubConnectionQuery } from '../../api/github-queries.ts'
import { githubSignInAddress } from '../../paths.ts'
import { Callout } from '../../ui/callout.tsx'
import { ActionLink } from '../action-link.tsx'
import { useEmbeddedDoor } from '../embedded-door.ts'
import { useHere } from '../use-here.ts'
import type { GithubGaps } from './github-gaps.ts'
import { missedWords } from './github-missed-words.ts'
import type { GithubLook } from './use-github-facts.ts'

const useStyles = makeStyles({
  quiet: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
})

const partWords: Readonly<Record<GithubGaps['parts'][number], string>> = {
  environments: 'which environments it has',
  template: 'whether its subjects follow a template of their own',
}

/** Says what GitHub could not be asked, so that nobody takes silence for a check; nothing where all of it was told. */
export function GithubUnchecked({ gaps, askAgain }: Pick<GithubLook, 'gaps' | 'askAgain'>) {
  const styles = useStyles()
  if (gaps === null) return null
  if (gaps.error !== null) return <NotShown gaps={gaps} askAgain={askAgain} />
  return (
    <p className={styles.quiet}>
      Not checked, since GitHub does not tell it here: {gaps.parts.map((part) => partWords[part]).join(', ')}.
    </p>
  )
}

function NotShown({ gaps, askAgain }: { readonly gaps: GithubGaps; readonly askAgain: () => void }) {
  const here = useHere()
  const connection = useQuery(githubConnectionQuery).data
  const isEmbedded = useEmbeddedDoor() !== null
  const canSignIn = connection?.canConnect === true && !isEmbedded
  const { title, text, helps } = missedWords(gaps.error, gaps.repository, {
    isSignedIn: (connection?.connection ?? null) !== null,
    canSignIn,
    now: gaps.errorAt,
  })
  return (
    <Callout
      intent="information"
      title={`${title}, so letters, IDs and environments are not checked`}
      actions={
        <>
          {helps !== 'retry' && canSignIn && (
            <ActionLink href={githubSignInAddress(here)} size="small" leaves>
              {helps === 'sign-in-again' ? 'Sign in to GitHub again' : 'Sign in to GitHub'}
            </ActionLink>
          )}
          <Button size="small" onClick={askAgain}>
            Look again
          </Button>
        </>
      }
    >
      <p>{text}</p>
    </Callout>
  )
}
