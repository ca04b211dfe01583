import { makeStyles, tokens } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import type { TrustHistory as History } from '@trustwright/shared-schemas'
import { trustHistoryQuery } from '../../../api/trust-history-query.ts'
import { ActivityLine } from '../../../components/activity-list.tsx'
import { AppLink } from '../../../components/app-link.tsx'
import { QueryView } from '../../../components/query-view.tsx'
import { EmptyState } from '../../../components/state-views.tsx'
import { exactTime } from '../../../lib/time.ts'
import { paths, type TrustKey } from '../../../paths.ts'
import { Callout } from '../../../ui/callout.tsx'
import { Skeleton } from '../../../ui/skeleton.tsx'
import { historyLimits } from './history-words.ts'
import { LoggedLine, NoticedLine } from './history-line.tsx'

const useStyles = makeStyles({
  page: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: '16px', maxWidth: '960px' },
  list: { listStyleType: 'none', display: 'grid', margin: 0, padding: 0 },
  quiet: {
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    display: 'grid',
    rowGap: '4px',
  },
})

/** What is known to have happened to a trust: here, by Azure's logs, and as readings of the tenant noticed it. */
export function TrustHistory({ trustKey }: { readonly trustKey: TrustKey }) {
  const query = useQuery(trustHistoryQuery(trustKey))
  return (
    <QueryView query={query} skeleton={<Skeleton shape="rows" count={4} label="Reading what happened" />}>
      {(history) => <Lines history={history} name={trustKey.trustName} />}
    </QueryView>
  )
}

function Lines({ history, name }: { readonly history: History; readonly name: string }) {
  const styles = useStyles()
  const { entries, hasMore, unread } = history
  return (
    <div className={styles.page}>
      {unread.length > 0 && (
        <Callout intent="information" title="One source is missing here">
          {unread.map((text) => (
            <p key={text}>{text}</p>
          ))}
        </Callout>
      )}
      {entries.length === 0 && (
        <EmptyState kind="nothing-yet" title="Nothing is known to have happened to this trust">
          Nobody changed it through the portal, and no reading or log that could be asked tells of it.
        </EmptyState>
      )}
      <ol className={styles.list} aria-label="History">
        {entries.map((entry) => {
          if (entry.kind === 'portal')
            return <ActivityLine key={entry.event.activityId} event={entry.event} showActor />
          return entry.kind === 'noticed' ? (
            <NoticedLine key={`${entry.change} ${entry.at}`} entry={entry} />
          ) : (
            <LoggedLine key={`${entry.by.who} ${entry.at}`} entry={entry} />
          )
        })}
      </ol>
      <div className={styles.quiet}>
        {historyLimits(history, (at) => exactTime(Date.parse(at))).map((text) => (
          <p key={text}>{text}</p>
        ))}
        {history.readSince === null && (
          <p>
            No reading of yours has it. <AppLink href={paths.trusts()}>Read your trusts</AppLink>, and changes
            made elsewhere are noticed from then on.
          </p>
        )}
        {history.readSince !== null && (
          <p>
            <AppLink href={paths.trustChanges({ q: name })}>Compare what two readings found</AppLink>
          </p>
        )}
        {hasMore && (
          <p>
            Older actions stand in <AppLink href={paths.activity()}>Activity</AppLink>.
          </p>
        )}
      </div>
    </div>
  )
}
