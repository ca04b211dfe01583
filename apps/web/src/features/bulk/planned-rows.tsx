import { makeStyles, tokens } from '@fluentui/react-components'
import { useMemo } from 'react'
import { RowTable, type TableColumn } from '../../components/row-table.tsx'
import { Section } from './section.tsx'
import type { PlacedRow } from './spread-rows.ts'

const useStyles = makeStyles({
  mono: { fontFamily: tokens.fontFamilyMonospace, fontSize: tokens.fontSizeBase200 },
  quiet: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  cell: { display: 'grid' },
})

/** Every row of the plan. It stands last: there may be thousands. */
export function PlannedRows({ placed }: { readonly placed: readonly PlacedRow[] }) {
  const rows = useMemo(() => placed.map((row) => ({ ...row, key: String(row.row.number) })), [placed])
  if (rows.length === 0) return null
  return (
    <Section title="Every row of the plan">
      <RowTable label="Planned trusts" columns={tableColumns} rows={rows} />
    </Section>
  )
}

type Row = PlacedRow & { readonly key: string }

const tableColumns: readonly TableColumn<Row>[] = [
  { title: 'Row', width: '8%', label: true, cell: ({ row }) => row.number },
  { title: 'Workload', width: '38%', cell: (row) => <Workload row={row} /> },
  { title: 'Identity', width: '20%', label: true, cell: ({ target }) => target.name },
  { title: 'Trust', cell: (row) => <TrustNames row={row} /> },
]

function Workload({ row: { row, trusts } }: { readonly row: Row }) {
  const styles = useStyles()
  return (
    <span className={styles.cell}>
      <span>{row.workload}</span>
      <span className={styles.quiet}>{trusts[0]?.subject}</span>
    </span>
  )
}

function TrustNames({ row: { trusts, there, renamedFrom } }: { readonly row: Row }) {
  const styles = useStyles()
  return (
    <span className={styles.cell}>
      <span className={styles.mono}>{trusts.map(({ name }) => name).join(', ')}</span>
      {there && <span className={styles.quiet}>there already</span>}
      {renamedFrom !== null && <span className={styles.quiet}>{renamedFrom} is taken on this identity</span>}
    </span>
  )
}
