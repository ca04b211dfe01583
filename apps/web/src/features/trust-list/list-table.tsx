import { Checkbox, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { memo, useMemo, useRef } from 'react'
import type { ListedTrust } from '../../components/inventory/listed-trust.ts'
import { useVisibleRows } from '../../components/use-visible-rows.ts'
import { FactCell, TrustCell } from './list-cells.tsx'
import { columnLooks, fitColumns, type ColumnId } from './list-columns.ts'
import { ListHead } from './list-head.tsx'
import { isSelected } from './selection.ts'
import type { ListRows } from './use-trust-list.ts'
import { useWidth } from './use-width.ts'

const useStyles = makeStyles({
  table: { width: '100%', borderCollapse: 'separate', borderSpacing: 0, tableLayout: 'fixed' },
  tick: { width: '44px', padding: '0 4px', borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  cell: {
    padding: '8px 12px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    verticalAlign: 'middle',
    height: '52px',
  },
  row: { ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover } },
  ticked: {
    backgroundColor: tokens.colorBrandBackground2,
    ':hover': { backgroundColor: tokens.colorBrandBackground2Hover },
  },
  spacer: { padding: 0, border: 'none' },
})

interface ListTableProps {
  readonly list: ListRows
  readonly showRaw: boolean
  readonly isBehind: boolean
}

/** A native table that draws only the rows in sight; rows out of sight are two spacers. */
export const ListTable = memo(function ListTable({ list, showRaw, isBehind }: ListTableProps) {
  const styles = useStyles()
  const element = useRef<HTMLTableElement>(null)
  const width = useWidth(element)
  const columns = useMemo(() => fitColumns(list.columns, width), [list.columns, width])
  const { shown } = list
  const visible = useVisibleRows(element, shown, 53)
  return (
    <table
      ref={element}
      className={styles.table}
      aria-rowcount={shown.length + 1}
      aria-label="Trusts"
      aria-busy={isBehind}
    >
      <colgroup>
        <col style={{ width: '44px' }} />
        {columns.map((id) => (
          <col key={id} style={{ width: id === 'trust' ? 'auto' : `${columnLooks[id].width}px` }} />
        ))}
      </colgroup>
      <ListHead columns={columns} list={list} />
      <tbody>
        <Spacer height={visible.before} span={columns.length + 1} />
        {visible.items.map(({ index, key }) => {
          const row = shown[index]
          if (row === undefined) return null
          return (
            <Row
              key={key}
              index={index}
              row={row}
              columns={columns}
              showRaw={showRaw}
              ticked={isSelected(list.selection, row.key)}
              onToggle={list.toggle}
              measure={visible.measure}
            />
          )
        })}
        <Spacer height={visible.after} span={columns.length + 1} />
      </tbody>
    </table>
  )
})

interface RowProps {
  readonly index: number
  readonly row: ListedTrust
  readonly columns: readonly ColumnId[]
  readonly showRaw: boolean
  readonly ticked: boolean
  readonly onToggle: (key: string) => void
  readonly measure: (element: Element | null) => void
}

/** Drawn again only when something of it changed, however often the list scrolls or is filtered. */
const Row = memo(function Row({ index, row, columns, showRaw, ticked, onToggle, measure }: RowProps) {
  const styles = useStyles()
  return (
    <tr
      ref={measure}
      data-index={index}
      aria-rowindex={index + 2}
      className={mergeClasses(styles.row, ticked && styles.ticked)}
    >
      <td className={styles.tick}>
        <Checkbox
          checked={ticked}
          onChange={() => onToggle(row.key)}
          input={{ 'aria-label': `Select ${row.sentence}` }}
        />
      </td>
      {columns.map((id) => (
        <td key={id} className={styles.cell}>
          <Cell id={id} row={row} showRaw={showRaw} columns={columns} />
        </td>
      ))}
    </tr>
  )
})

interface CellProps {
  readonly id: ColumnId
  readonly row: ListedTrust
  readonly showRaw: boolean
  readonly columns: readonly ColumnId[]
}

function Cell({ id, row, showRaw, columns }: CellProps) {
  if (id !== 'trust') return <FactCell id={id} row={row} />
  const isAlone = !columns.includes('identity') || !columns.includes('issuer')
  return <TrustCell row={row} showRaw={showRaw} look={isAlone ? 'card' : 'row'} beside={columns} />
}

function Spacer({ height, span }: { readonly height: number; readonly span: number }) {
  const styles = useStyles()
  if (height <= 0) return null
  return (
    <tr aria-hidden="true">
      {/* oxlint-disable-next-line jsx-a11y/control-has-associated-label -- empty room, hidden from everybody */}
      <td className={styles.spacer} colSpan={span} style={{ height: `${height}px` }} />
    </tr>
  )
}
