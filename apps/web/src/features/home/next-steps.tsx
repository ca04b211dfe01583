import { makeStyles, tokens } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { AppLink } from '../../components/app-link.tsx'
import { useNow } from '../../components/use-now.ts'
import { relativeTime } from '../../lib/time.ts'
import { counted } from '../../lib/words.ts'
import { paths } from '../../paths.ts'
import { subscriptionsQuery } from '../../api/identity-queries.ts'
import type { Reading } from '../../components/inventory/use-reading.ts'
import { isOpen } from '../../components/inventory/inventory-query.ts'
import { progressWords } from '../../components/inventory/progress-words.ts'

const useStyles = makeStyles({
  cards: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(240px, 1fr))',
    gap: '16px',
    listStyleType: 'none',
  },
  card: {
    display: 'grid',
    alignContent: 'start',
    rowGap: '4px',
    padding: '16px',
    minHeight: '104px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
  },
  link: {
    fontWeight: tokens.fontWeightSemibold,
    fontSize: tokens.fontSizeBase400,
    lineHeight: '24px',
    width: 'fit-content',
  },
  text: { color: tokens.colorNeutralForeground2 },
})

/** The two other places to go, each with what is known about it. */
export function NextSteps({ scan }: Pick<Reading, 'scan'>) {
  const styles = useStyles()
  const now = useNow()
  const subscriptions = useQuery(subscriptionsQuery)
  const subscriptionCount = subscriptions.data?.subscriptions.length
  return (
    <ul className={styles.cards}>
      <Card href={paths.trusts()} title="Review trusts">
        {scan === null || scan === undefined
          ? 'Read every trust on the identities you may see, and find what should not be there.'
          : isOpen(scan)
            ? `Reading goes on: ${counted(scan.trustsFound, 'trust')} so far. ${progressWords(scan, now)}`
            : `${counted(scan.trustsFound, 'trust')} found, read ${relativeTime(Date.parse(scan.finishedAt ?? scan.startedAt), now)}.`}
      </Card>
      <Card href={paths.identities()} title="Open an identity">
        {subscriptionCount === undefined
          ? 'Its trusts, its IDs, and what happened to it.'
          : subscriptionCount === 0
            ? 'Azure shows you no subscription. Ask for the role Reader on one to see its identities.'
            : `Its trusts, its IDs, and what happened to it. You can read ${counted(subscriptionCount, 'subscription')}.`}
      </Card>
      <Card href={paths.identityCreate()} title="New identity">
        A managed identity of its own for a workload keeps what it may do small.
      </Card>
    </ul>
  )
}

function Card({
  href,
  title,
  children,
}: {
  readonly href: string
  readonly title: string
  readonly children: ReactNode
}) {
  const styles = useStyles()
  return (
    <li className={styles.card}>
      <AppLink href={href} className={styles.link}>
        {title}
      </AppLink>
      <span className={styles.text}>{children}</span>
    </li>
  )
}
