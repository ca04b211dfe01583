import { Link, makeStyles } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { githubConnectionQuery } from '../../../api/github-queries.ts'
import { CodeBlock } from '../../../components/code/code-block.tsx'

const useStyles = makeStyles({
  box: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: '8px' },
})

const plain = /^[A-Za-z0-9._-]+\/[A-Za-z0-9._-]+$/

/** The one step at GitHub, which the portal may not do: its app reads alone. */
export function OptInStep({ repository }: { readonly repository: string }) {
  const styles = useStyles()
  const webUrl = useQuery(githubConnectionQuery).data?.webUrl
  const place = plain.test(repository) ? repository : 'OWNER/REPOSITORY'
  return (
    <div className={styles.box}>
      <p>
        Who administers the repository ticks the box for immutable subjects under{' '}
        {webUrl === undefined ? (
          'Settings, Actions'
        ) : (
          <Link href={`${webUrl}/${place}/settings/actions`} target="_blank" rel="noreferrer">
            Settings, Actions of {place} (opens a new tab)
          </Link>
        )}
        , or runs this. From then on every run of the repository sends IDs; then look again here.
      </p>
      <CodeBlock
        words="It sets the default form: with a template of its own, tick the box in its place."
        what="command"
        text={`gh api --method PUT /repos/${place}/actions/oidc/customization/sub -F use_default=true -F use_immutable_subject=true`}
      />
    </div>
  )
}
