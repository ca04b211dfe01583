import { makeStyles, tokens } from '@fluentui/react-components'
import { findingRules } from '@trustwright/federation'
import { AppLink } from '../../../components/app-link.tsx'
import { SeverityBadge } from '../../../components/findings/severity-badge.tsx'
import { PageHeader } from '../../../components/page-header.tsx'
import { paths } from '../../../paths.ts'

const useStyles = makeStyles({
  page: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: '24px', maxWidth: '880px' },
  states: { margin: 0, paddingLeft: '20px', display: 'grid', rowGap: '8px', maxWidth: '72ch' },
  list: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
  },
  item: {
    display: 'grid',
    gridTemplateColumns: '96px minmax(0, 1fr)',
    gap: '2px 16px',
    padding: '12px 16px',
    '& + &': { borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
    '@media (max-width: 639px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  words: { display: 'grid', rowGap: '2px', minWidth: 0 },
  title: { fontWeight: tokens.fontWeightSemibold, width: 'fit-content' },
  quiet: { color: tokens.colorNeutralForeground2, maxWidth: '72ch' },
})

/** What the portal looks for, and what becomes of what it finds. */
export function RulesPage() {
  const styles = useStyles()
  return (
    <>
      <PageHeader
        title="How findings are judged"
        summary={`${findingRules.length} rules look at every trust that was read. They change nothing, and where a fact is missing they say so instead of guessing.`}
        breadcrumbs={[{ text: 'Findings', href: paths.findings() }]}
      />
      <div className={styles.page}>
        <ul className={styles.states}>
          <li>
            <strong>Open</strong> until it is mended, or an administrator accepts it.
          </li>
          <li>
            <strong>Accepted</strong> until a day, with a reason and a name. It is open again once a fact that
            it rests on changes.
          </li>
          <li>
            <strong>Fixed</strong> when a later reading no longer finds it, or the trust is gone.
          </li>
          <li>
            <strong>Not judged</strong> where a fact is missing: neither found nor fine, and counted with why.
          </li>
        </ul>
        <ul className={styles.list} aria-label="Rules">
          {findingRules.map(({ because, id, severity, title }) => (
            <li key={id} className={styles.item}>
              <SeverityBadge severity={severity} />
              <div className={styles.words}>
                <AppLink className={styles.title} href={paths.findingRule(id)}>
                  {title}
                </AppLink>
                <span className={styles.quiet}>{because}</span>
              </div>
            </li>
          ))}
        </ul>
      </div>
    </>
  )
}
