import { makeStyles, tokens } from '@fluentui/react-components'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import type { InventoryScan } from '@trustwright/shared-schemas'
import { Fragment, type ReactNode } from 'react'
import { findingGroupsQuery } from '../../api/finding-queries.ts'
import { requestListQuery } from '../../api/request-queries.ts'
import { reviewsQuery } from '../../api/review-queries.ts'
import { AppLink } from '../../components/app-link.tsx'
import { severityWords } from '../../components/findings/severity-words.ts'
import { isAwaited, wasJudged } from '../../components/findings/judged.ts'
import { isOpen } from '../../components/inventory/inventory-query.ts'
import { progressWords } from '../../components/inventory/progress-words.ts'
import type { Reading } from '../../components/inventory/use-reading.ts'
import { useNow } from '../../components/use-now.ts'
import { useSession } from '../../components/use-session.ts'
import { relativeTime } from '../../lib/time.ts'
import { count, counted } from '../../lib/words.ts'
import { paths } from '../../paths.ts'
import { openReviews } from './open-reviews.ts'
import { severityCounts } from './severity-counts.ts'

const useStyles = makeStyles({
  section: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: '12px' },
  title: { fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold, lineHeight: '24px' },
  cards: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 160px), 1fr))',
    gap: '16px',
    listStyleType: 'none',
    margin: 0,
    padding: 0,
  },
  card: {
    display: 'grid',
    alignContent: 'start',
    rowGap: '4px',
    padding: '16px',
    // Numbers come one after the other: nothing below moves.
    minHeight: '124px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
  },
  number: {
    fontSize: tokens.fontSizeHero700,
    lineHeight: tokens.lineHeightHero700,
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: 'tabular-nums',
  },
  text: { color: tokens.colorNeutralForeground2 },
  whole: { whiteSpace: 'nowrap' },
})

/** Trusts, what could not be read, findings by severity and open requests, each with the way to it. */
export function TenantNumbers({ scan }: Pick<Reading, 'scan'>) {
  const styles = useStyles()
  const now = useNow()
  const isAdmin = useSession().user?.isAdmin === true
  const groups = useQuery({
    ...findingGroupsQuery('mine'),
    refetchInterval: ({ state: { data, error } }) =>
      error === null && data !== undefined && isAwaited(data.run, scan) ? 2000 : false,
  }).data
  const isJudged = groups !== undefined && wasJudged(groups.run)
  const requests = useInfiniteQuery(requestListQuery({ of: isAdmin ? 'all' : 'mine', state: 'open' }))
  const open = requests.data?.pages[0]?.open
  const reviews = useQuery(reviewsQuery).data?.reviews
  const due = reviews === undefined ? undefined : openReviews(reviews)
  const severities = groups === undefined ? undefined : severityCounts(groups.groups)
  return (
    <section className={styles.section} aria-labelledby="numbers">
      <h2 className={styles.title} id="numbers">
        {isAdmin ? 'The tenant, as far as you may read it' : 'What you may read'}
      </h2>
      <ul className={styles.cards}>
        <Card
          href={paths.trusts()}
          title="Trusts"
          number={scan === undefined ? undefined : (scan?.trustsFound ?? null)}
        >
          {scan === undefined ? '' : scanWords(scan, now)}
        </Card>
        <Card href={paths.trusts()} title="Not read" number={scan === undefined ? undefined : unreadOf(scan)}>
          {scan === null ? '' : 'identities, applications and subscriptions'}
        </Card>
        <Card
          href={paths.findings()}
          title="Open findings"
          number={groups === undefined ? undefined : isJudged ? (severities?.total ?? 0) : null}
        >
          {isJudged && <Severities parts={severities?.parts ?? []} />}
          {groups !== undefined && !isJudged && notJudgedWords(scan)}
        </Card>
        <Card href={paths.reviews()} title="Open reviews" number={due?.count}>
          {typeof due?.nextDueAt === 'string'
            ? `next due ${relativeTime(Date.parse(due.nextDueAt), now)}`
            : due !== undefined && 'nothing waits for a decision'}
        </Card>
        <Card href={paths.requests({ state: 'open' })} title="Open requests" number={open}>
          {open === undefined ? '' : isAdmin ? 'of everybody' : 'of yours'}
        </Card>
      </ul>
    </section>
  )
}

function Severities({ parts }: Pick<ReturnType<typeof severityCounts>, 'parts'>) {
  const styles = useStyles()
  return parts.map(({ severity, active }, at) => (
    <Fragment key={severity}>
      <span className={styles.whole}>
        <AppLink href={paths.findings({ severity })}>
          {`${count(active)} ${severityWords[severity].toLowerCase()}`}
        </AppLink>
        {at < parts.length - 1 && ' ·'}
      </span>{' '}
    </Fragment>
  ))
}

function scanWords(scan: InventoryScan | null, now: number): string {
  if (scan === null) return 'Nothing was read yet.'
  if (isOpen(scan)) return `Reading goes on. ${progressWords(scan, now)}`
  return `read ${relativeTime(Date.parse(scan.finishedAt ?? scan.startedAt), now)}, from ${counted(scan.subscriptionsFound, 'subscription')}`
}

function notJudgedWords(scan: Reading['scan']): string {
  if (scan === null || scan === undefined) return 'Nothing was judged yet.'
  return isOpen(scan) ? 'They come once all is read.' : 'Nothing was judged yet.'
}

function unreadOf(scan: InventoryScan | null): number | null {
  if (scan === null) return null
  return scan.identitiesUnreadable + scan.applicationsUnreadable + scan.subscriptionsUnreadable
}

interface CardProps {
  readonly href: string
  readonly title: string
  /** Undefined: not there yet; null: there is none. */
  readonly number: number | null | undefined
  readonly children: ReactNode
}

function Card({ href, title, number, children }: CardProps) {
  const styles = useStyles()
  return (
    <li className={styles.card}>
      <AppLink href={href}>{title}</AppLink>
      <span className={styles.number}>
        {number === undefined ? ' ' : number === null ? '–' : count(number)}
      </span>
      <span className={styles.text}>{children}</span>
    </li>
  )
}
