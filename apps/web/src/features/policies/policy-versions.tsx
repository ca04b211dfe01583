import { makeStyles, tokens } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { policyVersionsQuery } from '../../api/policy-queries.ts'
import { AppLink } from '../../components/app-link.tsx'
import { QueryView } from '../../components/query-view.tsx'
import { useNow } from '../../components/use-now.ts'
import { exactTime, relativeTime } from '../../lib/time.ts'
import { paths } from '../../paths.ts'
import { Skeleton } from '../../ui/skeleton.tsx'

const useStyles = makeStyles({
  section: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: '12px' },
  title: { fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold, lineHeight: '24px' },
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid', rowGap: '8px' },
  quiet: { color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
})

/** Who saved the rules when, newest first. */
export function PolicyVersions({ chosen }: { readonly chosen: number | null }) {
  const styles = useStyles()
  const now = useNow()
  const versions = useQuery(policyVersionsQuery)
  return (
    <section className={styles.section}>
      <h2 className={styles.title}>Versions</h2>
      <QueryView
        query={versions}
        skeleton={<Skeleton shape="facts" count={3} label="Reading the versions" />}
      >
        {(answer) =>
          answer.versions.length === 0 ? (
            <p className={styles.quiet}>Nobody saved rules yet.</p>
          ) : (
            <ul className={styles.list}>
              {answer.versions.map(({ note, savedAt, savedBy, version }) => (
                <li key={version}>
                  <AppLink
                    href={paths.policies({ version: String(version) })}
                    aria-current={version === chosen ? 'page' : undefined}
                  >
                    Version {version}
                  </AppLink>
                  {savedAt !== null && (
                    <span className={styles.quiet} title={exactTime(Date.parse(savedAt))}>
                      {` ${relativeTime(Date.parse(savedAt), now)} by ${savedBy ?? 'nobody known'}`}
                    </span>
                  )}
                  {note !== null && <div className={styles.quiet}>{note}</div>}
                </li>
              ))}
            </ul>
          )
        }
      </QueryView>
    </section>
  )
}
