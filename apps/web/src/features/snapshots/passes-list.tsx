import type { InventorySnapshot } from '@trustwright/shared-schemas'
import { AppLink } from '../../components/app-link.tsx'
import { RowTable, type TableColumn } from '../../components/row-table.tsx'
import { exactTime } from '../../lib/time.ts'
import { count } from '../../lib/words.ts'
import { stepWords } from './change-words.ts'

interface PassesListProps {
  readonly snapshots: readonly InventorySnapshot[]
  readonly hrefOf: (from: number, to: number) => string
}

/** Every pass that can be read again, each with what it found anew. */
export function PassesList({ snapshots, hrefOf }: PassesListProps) {
  const rows: readonly Row[] = snapshots.map((snapshot, at) => ({
    ...snapshot,
    key: String(snapshot.number),
    before: snapshots[at + 1]?.number ?? null,
  }))
  const columns: readonly TableColumn<Row>[] = [
    { title: 'Snapshot', width: '14%', label: true, cell: ({ number }) => `Snapshot ${number}` },
    { title: 'Read', width: '26%', label: true, cell: ({ finishedAt }) => exactTime(Date.parse(finishedAt)) },
    { title: 'Trusts', width: '12%', label: true, cell: ({ trusts }) => count(trusts) },
    {
      title: 'Not read',
      width: '14%',
      label: true,
      cell: ({ unreadable }) =>
        unreadable === 0 ? 'Nothing' : `${count(unreadable)}: older rows stand for them`,
    },
    {
      title: 'Against the one before',
      label: true,
      cell: (row) => stepCell(row, hrefOf),
    },
  ]
  return <RowTable label="Snapshots" columns={columns} rows={rows} />
}

interface Row extends InventorySnapshot {
  readonly key: string
  /** Number of the one before. */
  readonly before: number | null
}

function stepCell(row: Row, hrefOf: PassesListProps['hrefOf']) {
  if (row.before === null) return 'The oldest one'
  return <AppLink href={hrefOf(row.before, row.number)}>{stepWords(row)}</AppLink>
}
