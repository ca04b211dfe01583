import { Radio, RadioGroup, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { CheckmarkCircle16Regular, DismissCircle16Regular } from '@fluentui/react-icons'
import { RowTable, type TableColumn } from '../../components/row-table.tsx'
import { stateWords, type RunRow } from './run-rows.ts'

const useStyles = makeStyles({
  mono: { fontFamily: tokens.fontFamilyMonospace, fontSize: tokens.fontSizeBase200 },
  cell: { display: 'grid' },
  quiet: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  state: { display: 'flex', alignItems: 'center', columnGap: '4px' },
  good: { color: tokens.colorStatusSuccessForeground1 },
  bad: { color: tokens.colorStatusDangerForeground1 },
})

interface RunListProps {
  readonly rows: readonly RunRow[]
  readonly only: 'all' | 'problems'
  readonly all: number
  readonly problems: number
  readonly onOnly: (only: 'all' | 'problems') => void
}

/** Every row with how it ended. */
export function RunList({ rows, only, all, problems, onOnly }: RunListProps) {
  return (
    <div>
      <RadioGroup
        layout="horizontal"
        aria-label="Rows"
        value={only}
        onChange={(_, { value }) => onOnly(value === 'problems' ? 'problems' : 'all')}
      >
        <Radio value="all" label={`All rows (${all})`} />
        <Radio value="problems" label={`Not made (${problems})`} />
      </RadioGroup>
      {rows.length === 0 ? (
        <p>No row is in trouble.</p>
      ) : (
        <RowTable label="Rows" columns={columns} rows={rows} />
      )}
    </div>
  )
}

const columns: readonly TableColumn<RunRow>[] = [
  { title: 'Row', width: '34%', cell: ({ key }) => key },
  { title: 'Identity', width: '17%', label: true, cell: ({ identity }) => identity },
  { title: 'Trust or role', width: '23%', cell: ({ makes }) => <Name text={makes} /> },
  { title: 'Result', cell: (row) => <Result row={row} /> },
]

function Name({ text }: { readonly text: string }) {
  const styles = useStyles()
  return <span className={styles.mono}>{text}</span>
}

function Result({ row: { state, detail } }: { readonly row: RunRow }) {
  const styles = useStyles()
  const isGood = state === 'done' || state === 'already-there'
  const isBad = state === 'failed' || state === 'conflict'
  return (
    <span className={styles.cell}>
      <span className={mergeClasses(styles.state, isGood && styles.good, isBad && styles.bad)}>
        {isGood && <CheckmarkCircle16Regular aria-hidden="true" />}
        {isBad && <DismissCircle16Regular aria-hidden="true" />}
        {stateWords[state]}
      </span>
      {detail !== null && !isGood && <span className={styles.quiet}>{detail}</span>}
    </span>
  )
}
