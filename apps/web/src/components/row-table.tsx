import { makeStyles, tokens } from '@fluentui/react-components'
import { useRef, type ReactNode } from 'react'
import { useVisibleRows } from './use-visible-rows.ts'

const narrow = '@media (max-width: 639px)'

const useStyles = makeStyles({
  table: {
    width: '100%',
    borderCollapse: 'separate',
    borderSpacing: 0,
    tableLayout: 'fixed',
    [narrow]: { display: 'block' },
  },
  head: {
    [narrow]: {
      position: 'absolute',
      width: '1px',
      height: '1px',
      overflow: 'hidden',
      clipPath: 'inset(50%)',
    },
  },
  body: { [narrow]: { display: 'block' } },
  row: {
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    [narrow]: {
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 1fr)',
      padding: '8px 0',
      rowGap: '2px',
      borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    },
  },
  headCell: {
    textAlign: 'left',
    padding: '8px 12px',
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground2,
    borderBottom: `1px solid ${tokens.colorNeutralStroke1}`,
  },
  cell: {
    textAlign: 'left',
    fontWeight: tokens.fontWeightRegular,
    padding: '4px 12px',
    height: '44px',
    overflowWrap: 'anywhere',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    [narrow]: { display: 'block', height: 'auto', padding: '0 4px', borderBottom: 'none' },
  },
  label: {
    display: 'none',
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    [narrow]: { display: 'inline' },
  },
  spacer: { [narrow]: { display: 'block' } },
  empty: { padding: 0, border: 'none', [narrow]: { display: 'block' } },
})

export interface TableColumn<Row> {
  readonly title: string
  /** Of the table's width, such as `24%`; absent: what is left. */
  readonly width?: string
  /** Where the table is a list of cards, the title stands before the value, which would say too little alone. */
  readonly label?: boolean
  readonly cell: (row: Row) => ReactNode
}

interface RowTableProps<Row> {
  /** Names the table for screen readers. */
  readonly label: string
  /** The first one names the row. */
  readonly columns: readonly TableColumn<Row>[]
  readonly rows: readonly Row[]
}

/** A native table that draws only the rows in sight, and becomes a list of cards where there is no room. */
export function RowTable<Row extends { readonly key: string }>({ label, columns, rows }: RowTableProps<Row>) {
  const styles = useStyles()
  const element = useRef<HTMLTableElement>(null)
  const visible = useVisibleRows(element, rows, 45)
  return (
    <table ref={element} className={styles.table} aria-label={label} aria-rowcount={rows.length + 1}>
      <colgroup>
        {columns.map(({ title, width }) => (
          <col key={title} {...(width === undefined ? {} : { style: { width } })} />
        ))}
      </colgroup>
      <thead className={styles.head}>
        <tr aria-rowindex={1}>
          {columns.map(({ title }) => (
            <th key={title} scope="col" className={styles.headCell}>
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className={styles.body}>
        <Spacer height={visible.before} span={columns.length} />
        {visible.items.map(({ index, key }) => {
          const row = rows[index]
          if (row === undefined) return null
          return (
            <tr
              key={key}
              ref={visible.measure}
              data-index={index}
              aria-rowindex={index + 2}
              className={styles.row}
            >
              {columns.map(({ title, label = false, cell }, column) => {
                const Cell = column === 0 ? 'th' : 'td'
                return (
                  <Cell key={title} className={styles.cell} {...(column === 0 && { scope: 'row' })}>
                    {label && <span className={styles.label} aria-hidden="true">{`${title} `}</span>}
                    {cell(row)}
                  </Cell>
                )
              })}
            </tr>
          )
        })}
        <Spacer height={visible.after} span={columns.length} />
      </tbody>
    </table>
  )
}

function Spacer({ height, span }: { readonly height: number; readonly span: number }) {
  const styles = useStyles()
  if (height <= 0) return null
  return (
    <tr aria-hidden="true" className={styles.spacer}>
      {/* oxlint-disable-next-line jsx-a11y/control-has-associated-label -- empty room, hidden from everybody */}
      <td className={styles.empty} colSpan={span} style={{ height: `${height}px` }} />
    </tr>
  )
}
