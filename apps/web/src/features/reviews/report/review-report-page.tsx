import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { Print20Regular } from '@fluentui/react-icons'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import type { ReviewEvidence } from '@trustwright/shared-schemas'
import { evidencePart, reviewEvidenceQuery } from '../../../api/review-queries.ts'
import { ActionLink } from '../../../components/action-link.tsx'
import { ChoiceLinks } from '../../../components/choice-links.tsx'
import { NotAdministrator } from '../../../components/findings/not-administrator.tsx'
import { PageHeader } from '../../../components/page-header.tsx'
import { QueryView } from '../../../components/query-view.tsx'
import { useSession } from '../../../components/use-session.ts'
import { exactTime } from '../../../lib/time.ts'
import { count } from '../../../lib/words.ts'
import { paths } from '../../../paths.ts'
import { FactList } from '../../../ui/fact-list.tsx'
import { Skeleton } from '../../../ui/skeleton.tsx'
import { reportFacts, stepWords } from './report-head.ts'
import { ReportRow } from './report-row.tsx'

const useStyles = makeStyles({
  page: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: '24px', maxWidth: '960px' },
  actions: { display: 'flex', gap: '8px', flexWrap: 'wrap', '@media print': { display: 'none' } },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  title: {
    fontSize: tokens.fontSizeBase400,
    fontWeight: tokens.fontWeightSemibold,
    // No heading at the foot of a sheet.
    breakAfter: 'avoid',
  },
  mono: {
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    overflowWrap: 'anywhere',
  },
})

const route = getRouteApi('/print/review/$reviewId')

/** The whole review on paper: who decided what, when, on which facts, and what was applied. */
export function ReviewReportPage() {
  const { reviewId } = route.useParams()
  const isAdmin = useSession().user?.isAdmin === true
  const part = Number(route.useSearch().part ?? 1) - 1
  const evidence = useQuery({ ...reviewEvidenceQuery(reviewId, part), enabled: isAdmin })
  const name = evidence.data?.review.name
  return (
    <>
      <PageHeader title={name === undefined ? 'Report of a review' : `${name}: report`} />
      {isAdmin ? (
        <QueryView
          query={evidence}
          skeleton={<Skeleton shape="facts" count={6} label="Gathering the evidence" />}
        >
          {(data) => <Report evidence={data} part={part} />}
        </QueryView>
      ) : (
        <NotAdministrator to="read reports of reviews" at={paths.reviewReport(reviewId)} />
      )}
    </>
  )
}

function Report({ evidence, part }: { readonly evidence: ReviewEvidence; readonly part: number }) {
  const styles = useStyles()
  const { links, review, rows } = evidence
  const parts = Math.ceil(review.counts.items / evidencePart)
  const choices = Array.from({ length: parts }, (_, at) => ({
    text: `Trusts ${count(at * evidencePart + 1)} to ${count(Math.min((at + 1) * evidencePart, review.counts.items))}`,
    href: paths.reviewReport(review.reviewId, { part: String(at + 1) }),
    current: at === part,
  }))
  const time = (at: string) => exactTime(Date.parse(at))
  return (
    <div className={styles.page}>
      <div className={styles.actions}>
        <Button appearance="primary" icon={<Print20Regular />} onClick={() => window.print()}>
          Print
        </Button>
        <ActionLink href={paths.review(review.reviewId)}>Back to the review</ActionLink>
      </div>
      {parts > 1 && (
        <div className={styles.actions}>
          <ChoiceLinks label="Which trusts" look="segments" choices={choices} />
        </div>
      )}
      <FactList
        facts={reportFacts(evidence).map(({ mono, term, text }) => ({
          term,
          detail: mono === true ? <span className={styles.mono}>{text}</span> : text,
        }))}
      />
      <section>
        <h2 className={styles.title}>What was done to the review</h2>
        <ul className={styles.list}>
          {links.map(({ at, by, hash, number, operation, what }) => (
            <li key={number}>
              {`${time(at)}: ${stepWords(operation, what)}, by ${by} `}
              <span className={styles.mono}>{`(link ${String(number)} ${hash})`}</span>
            </li>
          ))}
        </ul>
      </section>
      <section>
        <h2 className={styles.title}>
          {parts > 1 ? `Trusts, part ${count(part + 1)} of ${count(parts)}` : 'Trusts'}
        </h2>
        <ol className={styles.list}>
          {rows.map((row) => (
            <ReportRow key={row.ordinal} row={row} />
          ))}
        </ol>
      </section>
    </div>
  )
}
