import { makeStyles, tokens } from '@fluentui/react-components'
import { Add20Regular } from '@fluentui/react-icons'
import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import type { ActivityEvent } from '@trustwright/shared-schemas'
import { ActionLink } from '../../components/action-link.tsx'
import { ActivityList } from '../../components/activity-list.tsx'
import { AppLink } from '../../components/app-link.tsx'
import { ChoiceLinks } from '../../components/choice-links.tsx'
import { DraftList } from '../../components/drafts/draft-list.tsx'
import { useReading } from '../../components/inventory/use-reading.ts'
import { PageHeader } from '../../components/page-header.tsx'
import { QueryView } from '../../components/query-view.tsx'
import { useSession } from '../../components/use-session.ts'
import { paths } from '../../paths.ts'
import { Skeleton } from '../../ui/skeleton.tsx'
import { recentActivityQuery } from './home-queries.ts'
import { NextSteps } from './next-steps.tsx'
import { OwnRequests } from './own-requests.tsx'
import { TenantNumbers } from './tenant-numbers.tsx'
import { Waiting } from './waiting.tsx'

const useStyles = makeStyles({
  page: { maxWidth: '960px', display: 'grid', rowGap: '40px' },
  section: { display: 'grid', rowGap: '8px', gridTemplateColumns: 'minmax(0, 1fr)' },
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'baseline', gap: '4px 16px' },
  title: { fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold, lineHeight: '24px' },
  quiet: { color: tokens.colorNeutralForeground2 },
})

const mostShown = 5

/** What needs the person: their own things first, or the tenant's numbers first. */
export function HomePage() {
  const styles = useStyles()
  const { user } = useSession()
  const isAdmin = user?.isAdmin === true
  const fits = isAdmin ? 'admin' : 'dev'
  const as = useSearch({ from: '/' }).as ?? fits
  const activity = useQuery(recentActivityQuery)
  const { scan } = useReading('mine')
  const own = (
    <>
      <DraftList />
      <OwnRequests />
      <QueryView
        query={activity}
        skeleton={<Skeleton shape="rows" count={5} label="Reading what you did last" />}
      >
        {({ events }) => (
          <>
            <Waiting events={events} />
            <Recent events={events} />
          </>
        )}
      </QueryView>
    </>
  )
  return (
    <div className={styles.page}>
      <div>
        <PageHeader
          title={`Hello, ${user?.displayName ?? ''}`}
          summary="Let a workload sign in without a secret, or look at who can already."
          actions={
            <ActionLink href={paths.trustCreate()} appearance="primary" size="large" icon={<Add20Regular />}>
              New trust
            </ActionLink>
          }
        />
        <ChoiceLinks
          label="What stands first"
          look="segments"
          choices={(['dev', 'admin'] as const).map((each) => ({
            text: each === 'dev' ? 'My things' : 'The tenant',
            href: paths.home({ as: each === fits ? undefined : each }),
            current: as === each,
          }))}
        />
      </div>
      {as === 'admin' && <TenantNumbers scan={scan} />}
      {as === 'dev' && <NextSteps scan={scan} />}
      {own}
      {as === 'admin' && <NextSteps scan={scan} />}
    </div>
  )
}

function Recent({ events }: { readonly events: readonly ActivityEvent[] }) {
  const styles = useStyles()
  const writes = events.filter(({ operation }) => !operation.startsWith('session.')).slice(0, mostShown)
  return (
    <section className={styles.section} aria-labelledby="recent">
      <div className={styles.head}>
        <h2 className={styles.title} id="recent">
          What you did last
        </h2>
        {writes.length > 0 && <AppLink href={paths.activity()}>All activity</AppLink>}
      </div>
      {writes.length === 0 ? (
        <p className={styles.quiet}>Nothing yet. What you change or prove will stand here.</p>
      ) : (
        <ActivityList events={writes} />
      )}
    </section>
  )
}
