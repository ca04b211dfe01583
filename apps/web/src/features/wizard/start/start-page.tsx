import { makeStyles, tokens } from '@fluentui/react-components'
import { useSearch } from '@tanstack/react-router'
import { AppLink } from '../../../components/app-link.tsx'
import { PageHeader } from '../../../components/page-header.tsx'
import { parentSearch, paths } from '../../../paths.ts'
import { Skeleton } from '../../../ui/skeleton.tsx'
import { bodyOfWorkload } from '../draft-body.ts'
import { GithubOutcome } from '../../../components/github/github-outcome.tsx'
import { LinkProblems } from './link-problems.tsx'
import { OwnDrafts } from './own-drafts.tsx'
import { nameOfDraftParent } from '../parent-of-draft.ts'
import { PasteStart } from './paste-start.tsx'
import { PlatformTiles } from './platform-tiles.tsx'
import { withPublicHost } from '../workload/public-hosts.ts'
import { useBegin } from './use-begin.ts'
import { useLink } from './use-link.ts'

const useStyles = makeStyles({
  page: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: '32px', maxWidth: '960px' },
  quiet: { color: tokens.colorNeutralForeground2 },
})

/** Where a new trust begins: paste what is there, or choose the platform. */
export function StartPage() {
  const styles = useStyles()
  const search = useSearch({ from: '/new' })
  const begin = useBegin()
  const link = useLink(begin)
  const { parent } = link
  return (
    <>
      <PageHeader
        title="New trust"
        summary="Lets one outside workload sign in without a secret (a federated identity credential)."
      />
      {link.isOpening ? (
        <Skeleton shape="form" count={3} label="Opening the link" />
      ) : (
        <div className={styles.page}>
          <GithubOutcome outcome={search.github} />
          <LinkProblems problems={link.problems} onGoOn={link.goOn} />
          {parent !== null && (
            <p>
              For <strong>{nameOfDraftParent(parent)}</strong>.{' '}
              <AppLink href={paths.trustCreate()}>Choose the identity later instead</AppLink>
            </p>
          )}
          <PasteStart onStart={(body) => begin({ ...body, parent: body.parent ?? parent })} />
          <PlatformTiles
            onChoose={(id) => void begin({ ...bodyOfWorkload('tile', id, withPublicHost(id, {})), parent })}
          />
          <p className={styles.quiet}>
            Rather all on one page?{' '}
            <AppLink href={paths.trustForm(parent?.kind === 'existing' ? parentSearch(parent.parent) : {})}>
              Fill in the form by hand
            </AppLink>
            , or <AppLink href={paths.patternCreate()}>build a pattern</AppLink> for many at once. Have a
            list? <AppLink href={paths.bulk()}>Make many trusts at once</AppLink>.
          </p>
          <OwnDrafts />
        </div>
      )}
    </>
  )
}
