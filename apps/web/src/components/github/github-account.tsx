import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { disconnectGithub, githubConnectionQuery } from '../../api/github-queries.ts'
import { ProblemNotice } from '../problem-notice.tsx'

const useStyles = makeStyles({
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '4px 12px',
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
  },
})

const answers = new Set([
  'readGithubRepository',
  'listGithubEnvironments',
  'listGithubBranches',
  'listGithubTags',
])

interface GithubAccountProps {
  /** What the page knows by that access is to be forgotten. */
  readonly onEnded?: () => void
}

/** Whose access to GitHub is used, and the way to end it. Nothing where nobody is signed in there. */
export function GithubAccount({ onEnded }: GithubAccountProps) {
  const styles = useStyles()
  const queries = useQueryClient()
  const { data } = useQuery(githubConnectionQuery)
  const end = useMutation({
    mutationFn: disconnectGithub,
    onSettled: async () => {
      // What was seen with the old access may not be seen without it.
      queries.removeQueries({ predicate: ({ queryKey: [name] }) => answers.has(String(name)) })
      onEnded?.()
      await queries.resetQueries(githubConnectionQuery)
    },
  })
  const login = data?.connection?.login
  return (
    <>
      {login !== undefined && (
        <div className={styles.line}>
          <span>
            Looked up as <strong>{login}</strong> of GitHub.
          </span>
          <Button
            size="small"
            appearance="subtle"
            disabledFocusable={end.isPending}
            onClick={() => end.mutate()}
          >
            Sign out of GitHub
          </Button>
        </div>
      )}
      {end.data?.withdrawnAtGithub === false && (
        <p className={styles.line}>
          Forgotten here. GitHub did not confirm: look under Settings, Applications there to be sure.
        </p>
      )}
      {end.error !== null && <ProblemNotice error={end.error} />}
    </>
  )
}
