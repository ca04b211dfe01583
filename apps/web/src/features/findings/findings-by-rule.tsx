import { makeStyles } from '@fluentui/react-components'
import type { FindingGroup } from '@trustwright/shared-schemas'
import { findingsFileAddress } from '../../api/finding-queries.ts'
import { ActionLink } from '../../components/action-link.tsx'
import { AppLink } from '../../components/app-link.tsx'
import { DownloadButton } from '../../components/download-button.tsx'
import { severityWords } from '../../components/findings/severity-words.ts'
import { EmptyState } from '../../components/state-views.tsx'
import { count, counted } from '../../lib/words.ts'
import { paths } from '../../paths.ts'
import { FindingGroupList } from './finding-groups.tsx'
import { totalsOf } from './group-order.ts'

const useStyles = makeStyles({
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px 24px' },
  words: { flex: '1 1 320px', display: 'flex', flexWrap: 'wrap', gap: '4px 16px' },
})

interface FindingsByRuleProps {
  readonly groups: readonly FindingGroup[]
  readonly of: 'portal' | undefined
}

/** Counts of everything, then the rules. */
export function FindingsByRule({ groups, of }: FindingsByRuleProps) {
  const styles = useStyles()
  const totals = totalsOf(groups)
  const notJudged = groups.some((group) => group.notJudged.length > 0)
  const filter = { of: of ?? 'mine', state: 'active' } as const
  return (
    <>
      <div className={styles.line}>
        <span className={styles.words}>
          {totals.active > 0 && (
            <AppLink href={paths.findings({ of, rule: 'all' })}>
              All {counted(totals.active, 'open finding')}
            </AppLink>
          )}
          {totals.bySeverity
            .filter(({ active }) => active > 0)
            .map(({ severity, active }) => (
              <AppLink key={severity} href={paths.findings({ of, severity })}>
                {`${count(active)} ${severityWords[severity].toLowerCase()}`}
              </AppLink>
            ))}
          {totals.accepted > 0 && (
            <AppLink href={paths.findings({ of, rule: 'all', state: 'accepted' })}>
              {count(totals.accepted)} accepted
            </AppLink>
          )}
          {totals.fixed > 0 && (
            <AppLink href={paths.findings({ of, rule: 'all', state: 'fixed' })}>
              {count(totals.fixed)} fixed
            </AppLink>
          )}
        </span>
        {totals.active > 0 && (
          <>
            <DownloadButton address={findingsFileAddress(filter, 'csv')} filename="findings.csv">
              Export CSV
            </DownloadButton>
            <DownloadButton address={findingsFileAddress(filter, 'sarif')} filename="findings.sarif">
              Export SARIF
            </DownloadButton>
          </>
        )}
      </div>
      {totals.active === 0 && (
        <EmptyState
          kind="nothing-yet"
          title="Nothing open"
          action={<ActionLink href={paths.trusts()}>Look at the trusts</ActionLink>}
        >
          {notJudged
            ? 'No rule found anything in what could be judged. What could not be judged stands below, with why.'
            : 'No rule found anything.'}
        </EmptyState>
      )}
      <FindingGroupList groups={groups} search={{ of }} />
    </>
  )
}
