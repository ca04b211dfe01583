import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { announce } from '../../components/announcer.tsx'
import { EmptyState, FailedState } from '../../components/state-views.tsx'
import { useSearchText } from '../../components/use-search-text.ts'
import { saveFile } from '../../lib/save-file.ts'
import { count, counted } from '../../lib/words.ts'
import { Callout } from '../../ui/callout.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { ChangeRow } from './change-row.tsx'
import { ChangesBar, type Shown } from './changes-bar.tsx'
import { filterChanges } from './filter-changes.ts'
import { readAllChanges, type Pair } from './snapshot-queries.ts'
import { useChanges } from './use-changes.ts'

/** Each is a few values letter by letter: more at once hold a page up. */
const drawnAtOnce = 50

const useStyles = makeStyles({
  content: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: '12px' },
  bar: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px 16px' },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  quiet: { color: tokens.colorNeutralForeground2 },
})

interface ComparisonProps {
  readonly pair: Pair
  readonly show: Shown
  /** Words that a change has to hold. */
  readonly wanted: string
  readonly onWanted: (text: string) => void
  readonly hrefOf: (show: Shown) => string
}

/** What two snapshots hold differently. */
export function Comparison({ pair, show, wanted, onWanted, hrefOf }: ComparisonProps) {
  const styles = useStyles()
  const { all, counts, logsUnread, error, retry, isComing, fetchMore } = useChanges(pair)
  const { text, setText } = useSearchText(wanted, onWanted, 300)
  const [drawn, setDrawn] = useState(drawnAtOnce)
  const save = useMutation({
    mutationFn: async (format: 'csv' | 'json') => {
      const changes = filterChanges(await readAllChanges(pair), { show, text: wanted })
      const { changesCsv, changesJson } = await import('./changes-file.ts')
      const name = `trust-changes-${pair.from}-${pair.to}.${format}`
      if (format === 'csv') saveFile(name, 'text/csv;charset=utf-8', changesCsv(changes))
      else saveFile(name, 'application/json', changesJson(pair, changes))
      announce(`${counted(changes.length, 'change')} exported`)
    },
  })
  if (error !== null) return <FailedState error={error} onRetry={retry} />
  if (all === undefined) return <Skeleton shape="rows" count={5} label="Comparing" />
  const shown = filterChanges(all, { show, text: wanted })
  return (
    <div className={styles.content}>
      <ChangesBar
        counts={counts}
        show={show}
        hrefOf={hrefOf}
        text={text}
        onText={setText}
        isSaving={save.isPending}
        onSave={(format) => save.mutate(format)}
      />
      {save.error !== null && <FailedState error={save.error} />}
      {logsUnread.length > 0 && <LogsUnread logs={logsUnread} />}
      {shown.length > 0 ? (
        <ul className={styles.list} aria-label="Changes">
          {shown.slice(0, drawn).map((change) => (
            <ChangeRow
              key={`${change.kind} ${change.key}`}
              change={change}
              isLogMissing={logsUnread.length > 0}
            />
          ))}
        </ul>
      ) : (
        !isComing &&
        fetchMore === null && (
          <EmptyState
            kind={all.length === 0 ? 'nothing-yet' : 'no-match'}
            title={all.length === 0 ? 'Nothing changed between the two' : 'No change fits'}
            {...(all.length > 0 && { action: <Button onClick={() => setText('')}>Clear the filter</Button> })}
          />
        )
      )}
      <div className={styles.bar}>
        {shown.length > drawn && (
          <Button onClick={() => setDrawn(drawn + drawnAtOnce)}>
            Show {count(Math.min(drawnAtOnce, shown.length - drawn))} more of {count(shown.length)}
          </Button>
        )}
        {fetchMore !== null && (
          <Button appearance="subtle" onClick={fetchMore}>
            Look through more
          </Button>
        )}
        {(isComing || fetchMore !== null) && (
          <span className={styles.quiet}>{counted(all.length, 'change')} looked through so far.</span>
        )}
      </div>
    </div>
  )
}

function LogsUnread({ logs }: { readonly logs: readonly string[] }) {
  return (
    <Callout intent="warning" title="Some logs could not be asked who did it">
      <ul>
        {logs.map((words) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
    </Callout>
  )
}
