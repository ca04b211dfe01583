import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import type { StoredFinding } from '@trustwright/shared-schemas'
import { useState } from 'react'
import { findingGroupsQuery, findingListQuery } from '../../api/finding-queries.ts'
import { AppLink } from '../../components/app-link.tsx'
import { AcceptDialog } from '../../components/findings/accept-dialog.tsx'
import { FindingFix } from '../../components/findings/finding-fix.tsx'
import { SeverityBadge } from '../../components/findings/severity-badge.tsx'
import { standWords } from '../../components/findings/stand-words.ts'
import { FailedState } from '../../components/state-views.tsx'
import { useNow } from '../../components/use-now.ts'
import { useSession } from '../../components/use-session.ts'
import { paths } from '../../paths.ts'
import { isBeingJudged } from './judged-run.ts'
import { Skeleton } from '../../ui/skeleton.tsx'

const useStyles = makeStyles({
  section: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: '12px', minWidth: 0 },
  title: { fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold, lineHeight: '24px' },
  list: { listStyleType: 'none', display: 'grid', rowGap: '12px', margin: 0, padding: 0 },
  item: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    rowGap: '8px',
    padding: '16px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
  },
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px 12px' },
  name: { fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
  text: { maxWidth: '80ch', overflowWrap: 'anywhere' },
  quiet: {
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    overflowWrap: 'anywhere',
  },
  acts: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px 16px' },
})

interface TrustFindingsProps {
  readonly trustKey: string
  /** Of its identity or application in the inventory; null where the inventory lacks it. */
  readonly parentKey: string | null
  /** Number of the newest finished reading; null where there is none. */
  readonly scan: number | null
}

/** What is wrong with the trust, and with what it is stored on: each with its evidence, its fix, and a way to accept it. */
export function TrustFindings({ trustKey, parentKey, scan }: TrustFindingsProps) {
  const styles = useStyles()
  const now = useNow()
  const { user } = useSession()
  const [accepting, setAccepting] = useState<StoredFinding | null>(null)
  const groups = useQuery({
    ...findingGroupsQuery('mine'),
    refetchInterval: ({ state: { data, error } }) =>
      error === null && data !== undefined && isBeingJudged(data.run, scan) ? 2000 : false,
  })
  // Read anew with every judgement.
  const judged = groups.data?.run?.finishedAt ?? null
  const own = useInfiniteQuery(findingListQuery({ of: 'mine', state: 'active', trust: trustKey }, judged))
  const ofParent = useInfiniteQuery({
    ...findingListQuery({ of: 'mine', state: 'active', parent: parentKey ?? '' }, judged),
    enabled: parentKey !== null,
  })
  const error = own.error ?? ofParent.error ?? groups.error
  if (error !== null) return <FailedState error={error} onRetry={() => void own.refetch()} />
  if (
    own.data === undefined ||
    groups.data === undefined ||
    (parentKey !== null && ofParent.data === undefined)
  ) {
    return <Skeleton shape="rows" count={2} label="Reading the findings" />
  }
  // Those of its neighbours are theirs.
  const shared = (ofParent.data?.pages ?? [])
    .flatMap(({ findings }) => findings)
    .filter((finding) => finding.trustKey === null)
  const findings = [...own.data.pages.flatMap((page) => page.findings), ...shared]
  const isJudged = groups.data.run !== null && parentKey !== null
  return (
    <section className={styles.section} aria-labelledby="findings">
      <h2 className={styles.title} id="findings">
        Findings
      </h2>
      {findings.length === 0 && (
        <p>
          {isBeingJudged(groups.data.run, scan)
            ? 'What was read last is being judged now.'
            : isJudged
              ? 'Nothing is known to be wrong with it.'
              : 'It was not judged yet: that comes with the next reading of your trusts.'}
        </p>
      )}
      <ul className={styles.list}>
        {findings.map((finding) => (
          <li className={styles.item} key={finding.hash}>
            <div className={styles.head}>
              <SeverityBadge severity={finding.severity} />
              <span className={styles.name}>{finding.title}</span>
            </div>
            <p className={styles.text}>{finding.text}</p>
            <p className={styles.quiet}>
              {finding.evidence}
              <br />
              {standWords(finding, now)}
            </p>
            <FindingFix finding={finding} look="secondary" />
            <div className={styles.acts}>
              {user?.isAdmin === true && (
                <Button size="small" onClick={() => setAccepting(finding)}>
                  Accept until…
                </Button>
              )}
              <AppLink href={paths.finding(finding.hash)}>Open the finding</AppLink>
            </div>
          </li>
        ))}
      </ul>
      {accepting !== null && (
        <AcceptDialog
          findings={[accepting]}
          onAccepted={() => setAccepting(null)}
          onClose={() => setAccepting(null)}
        />
      )}
    </section>
  )
}
