import { makeStyles } from '@fluentui/react-components'
import { AppLink } from '../../components/app-link.tsx'
import { wasJudged } from '../../components/findings/judged.ts'
import { NotAdministrator } from '../../components/findings/not-administrator.tsx'
import { WhoseReading } from '../../components/inventory/whose-reading.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { QueryView } from '../../components/query-view.tsx'
import { useSession } from '../../components/use-session.ts'
import { paths } from '../../paths.ts'
import { Skeleton } from '../../ui/skeleton.tsx'
import { AcceptRules } from './accept-rules.tsx'
import { FindingListView } from './finding-list-view.tsx'
import { FindingsByRule } from './findings-by-rule.tsx'
import { FixRuns } from './fix/fix-runs.tsx'
import { JudgedLine } from './judged-line.tsx'
import { NotJudgedYet } from './not-judged-yet.tsx'
import { useFindingsAddress } from './use-findings-address.ts'
import { useJudged } from './use-judged.ts'

const useStyles = makeStyles({
  page: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: '16px', maxWidth: '960px' },
})

/** What is wrong with the trusts that were read, to be worked down to zero. */
export function FindingsPage() {
  const styles = useStyles()
  const address = useFindingsAddress()
  const { search, filter, showsList } = address
  const { user } = useSession()
  const { groups, reading, judge } = useJudged(filter.of)
  return (
    <>
      <PageHeader
        title="Findings"
        summary="What is wrong with the trusts that were read, worst first: mend it, or accept it until a day."
        {...(showsList && {
          breadcrumbs: [{ text: 'Findings by rule', href: paths.findings({ of: search.of }) }],
        })}
      />
      <div className={styles.page}>
        {user?.isAdmin === true && (
          <WhoseReading of={filter.of} hrefOf={(whose) => paths.findings({ of: whose })} />
        )}
        <QueryView query={groups} skeleton={<Skeleton shape="rows" count={8} label="Reading findings" />}>
          {({ run, groups: all }) =>
            !wasJudged(run) ? (
              <NotJudgedYet of={filter.of} reading={reading} run={run} judge={judge} />
            ) : (
              <>
                <JudgedLine run={run} reading={reading} judge={judge} />
                {showsList ? (
                  <FindingListView address={address} groups={all} />
                ) : (
                  <FindingsByRule groups={all} of={search.of} />
                )}
                <NotAdministrator to="accept findings" at={paths.findings({ ...search })} />
                <FixRuns />
                {user?.isAdmin === true && <AcceptRules of={filter.of} />}
                <p>
                  <AppLink href={paths.findingRules()}>How findings are judged</AppLink>
                </p>
                <p>
                  Who accepted what stands in the{' '}
                  <AppLink
                    href={paths.activity({
                      of: user?.isAdmin === true ? 'all' : undefined,
                      operation: 'finding.accept,finding.reopen',
                    })}
                  >
                    activity
                  </AppLink>
                  .
                </p>
              </>
            )
          }
        </QueryView>
      </div>
    </>
  )
}
