import { makeStyles } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { ownRunsQuery } from '../../api/bulk-calls.ts'
import { AppLink } from '../../components/app-link.tsx'
import { exactTime } from '../../lib/time.ts'
import { counted } from '../../lib/words.ts'
import { paths } from '../../paths.ts'
import { runStateWords } from './run-rows.ts'
import { Section } from './section.tsx'

const useStyles = makeStyles({ list: { margin: 0, paddingLeft: '20px', display: 'grid', rowGap: '4px' } })

/** Runs of many rows that were started before. A courtesy: nothing is said where they cannot be read. */
export function OwnRuns() {
  const styles = useStyles()
  const runs = useQuery(ownRunsQuery).data?.runs.filter(({ itemCount }) => itemCount > 1) ?? []
  if (runs.length === 0) return null
  return (
    <Section title="Your runs">
      <ul className={styles.list}>
        {runs.slice(0, 10).map((run) => (
          <li key={run.runId}>
            <AppLink href={paths.bulkRun(run.runId)}>
              {counted(run.itemCount, 'row')} of {exactTime(Date.parse(run.startedAt))}
            </AppLink>
            {`: ${runStateWords(run)}`}
          </li>
        ))}
      </ul>
    </Section>
  )
}
