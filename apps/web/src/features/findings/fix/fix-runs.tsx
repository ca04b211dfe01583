import { makeStyles } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { fixRunsQuery } from '../../../api/fix-queries.ts'
import { AppLink } from '../../../components/app-link.tsx'
import { useNow } from '../../../components/use-now.ts'
import { relativeTime } from '../../../lib/time.ts'
import { counted } from '../../../lib/words.ts'
import { paths } from '../../../paths.ts'
import { Fold } from '../../../ui/fold.tsx'
import { runWords } from './fix-words.ts'

const useStyles = makeStyles({
  list: { margin: 0, paddingLeft: '20px', display: 'grid', rowGap: '4px' },
})

/** The person's own runs of fixes; nothing at all where there is none. */
export function FixRuns() {
  const styles = useStyles()
  const now = useNow()
  const runs = (useQuery(fixRunsQuery).data?.runs ?? []).filter(({ origin }) => origin === 'findings')
  if (runs.length === 0) return null
  return (
    <Fold summary={`Your ${counted(runs.length, 'run')} of fixes`}>
      <ul className={styles.list}>
        {runs.map((run) => (
          <li key={run.runId}>
            <AppLink href={paths.fixRun(run.runId)}>{relativeTime(Date.parse(run.startedAt), now)}</AppLink>
            {`: ${runWords(run)}`}
          </li>
        ))}
      </ul>
    </Fold>
  )
}
