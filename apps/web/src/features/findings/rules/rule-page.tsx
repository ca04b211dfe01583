import { makeStyles, tokens } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { findingRules, type FindingRule } from '@trustwright/federation'
import type { FindingRuleId } from '@trustwright/shared-schemas'
import { findingGroupsQuery } from '../../../api/finding-queries.ts'
import { AppLink } from '../../../components/app-link.tsx'
import { wasJudged } from '../../../components/findings/judged.ts'
import { SeverityBadge } from '../../../components/findings/severity-badge.tsx'
import { NotFoundPage } from '../../../components/not-found-page.tsx'
import { PageHeader } from '../../../components/page-header.tsx'
import { PagePart } from '../../../components/page-part.tsx'
import { counted } from '../../../lib/words.ts'
import { paths } from '../../../paths.ts'
import { gapLines } from '../gap-words.ts'

const useStyles = makeStyles({
  page: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: '24px', maxWidth: '72ch' },
  quiet: { color: tokens.colorNeutralForeground2 },
  plain: { margin: 0, paddingLeft: '20px', display: 'grid', rowGap: '4px' },
})

const route = getRouteApi('/findings/rules/$ruleId')

/** How one rule judges: what it looks for, what it has to know, and what to do about it. */
export function RulePage() {
  const { ruleId } = route.useParams()
  const rule = findingRules.find(({ id }) => id === ruleId)
  return rule === undefined ? <NotFoundPage /> : <Rule rule={rule} />
}

function Rule({ rule }: { readonly rule: FindingRule }) {
  const styles = useStyles()
  const { about, because, id, needs, remedy, severity, title } = rule
  const yieldsTo = rule.about === 'trust' ? (rule.yieldsTo ?? []) : []
  return (
    <>
      <PageHeader
        title={title}
        summary={
          about === 'trust'
            ? 'A rule about each trust by itself.'
            : 'A rule about an identity or application, whatever its trusts are.'
        }
        breadcrumbs={[
          { text: 'Findings', href: paths.findings() },
          { text: 'How findings are judged', href: paths.findingRules() },
        ]}
      />
      <div className={styles.page}>
        <PagePart title="How much it weighs">
          <SeverityBadge severity={severity} />
          <p>{because}</p>
          <p className={styles.quiet}>A finding that weighs otherwise says why.</p>
        </PagePart>
        <PagePart title="What it has to know">
          <p>{needs}</p>
          <p className={styles.quiet}>Where that is missing, the rule judges nothing and is counted so.</p>
        </PagePart>
        <PagePart title="What to do">
          <p>{remedy}</p>
        </PagePart>
        {yieldsTo.length > 0 && (
          <PagePart title="What says it better">
            <p>Beside one of these on the same trust, this finding is left out:</p>
            <ul className={styles.plain}>
              {yieldsTo.map((other) => (
                <li key={other}>
                  <AppLink href={paths.findingRule(other)}>
                    {findingRules.find((each) => each.id === other)?.title ?? other}
                  </AppLink>
                </li>
              ))}
            </ul>
          </PagePart>
        )}
        <InYourTrusts id={id} />
      </div>
    </>
  )
}

function InYourTrusts({ id }: { readonly id: FindingRuleId }) {
  const styles = useStyles()
  const judged = useQuery(findingGroupsQuery('mine')).data
  const group = judged?.groups.find(({ rule }) => rule === id)
  if (judged === undefined || group === undefined || !wasJudged(judged.run)) return null
  const { active, accepted, fixed } = group.states
  return (
    <PagePart title="In what you may read">
      <p>
        {active + accepted + fixed === 0 ? (
          'It found nothing.'
        ) : (
          <AppLink href={paths.findings({ rule: id })}>
            {`${counted(active, 'open finding')}, ${accepted} accepted, ${fixed} fixed`}
          </AppLink>
        )}
      </p>
      {gapLines(group).map((line) => (
        <p className={styles.quiet} key={line}>
          {line}
        </p>
      ))}
    </PagePart>
  )
}
