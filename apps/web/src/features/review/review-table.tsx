import { Checkbox, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { useTable } from '@tanstack/react-table'
import { useRef } from 'react'
import { MiddleTruncated } from '../../ui/middle-truncated.tsx'
import { useMediaQuery } from '../../ui/use-media-query.ts'
import { AgeCell, ProofCell, TrustCell } from './review-cells.tsx'
import { columnLooks, reviewColumns, reviewFeatures, type ColumnId } from './review-columns.ts'
import { ReviewHead } from './review-head.tsx'
import type { ReviewRow } from '../../components/inventory/review-row.ts'
import { isSelected } from './selection.ts'
import type { Review } from './use-review.ts'
import { useVisibleRows } from '../../components/use-visible-rows.ts'

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
  name: { fontFamily: tokens.fontFamilyMonospace, fontSize: tokens.fontSizeBase200 },
  quiet: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200, maxWidth: '100%' },
  issuer: { display: 'block', overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  place: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    justifyItems: 'start',
    minWidth: 0,
    overflowWrap: 'anywhere',
  },
  spacer: { padding: 0, border: 'none' },
})

const wideColumns: readonly ColumnId[] = ['trust', 'name', 'issuer', 'place', 'facts']
const mediumColumns: readonly ColumnId[] = ['trust', 'place', 'facts']

interface ReviewTableProps {
  readonly review: Review
  readonly showRaw: boolean
}

/** A native table that draws only the rows in sight; rows out of sight are two spacers. */
export function ReviewTable({ review, showRaw }: ReviewTableProps) {
  const styles = useStyles()
  const isWide = useMediaQuery('(min-width: 1360px)')
  const columns = isWide ? wideColumns : mediumColumns
  const table = useTable({
    features: reviewFeatures,
    columns: reviewColumns,
    data: review.shown,
    getRowId: (row) => row.key,
    state: { columnVisibility: { name: isWide, issuer: isWide } },
  })
  const { rows } = table.getRowModel()

  const element = useRef<HTMLTableElement>(null)
  const visible = useVisibleRows(element, review.shown, 53)

  return (
    <table ref={element} className={styles.table} aria-rowcount={rows.length + 1} aria-label="Trusts">
      <colgroup>
        <col style={{ width: '44px' }} />
        {columns.map((id) => (
          <col key={id} style={{ width: columnLooks[id].width }} />
        ))}
      </colgroup>
      <ReviewHead columns={columns} review={review} />
      <tbody>
        <Spacer height={visible.before} span={columns.length + 1} />
        {visible.items.map(({ index, key }) => {
          const row = rows[index]
          if (row === undefined) return null
          const ticked = isSelected(review.selection, row.original.key)
          return (
            <tr
              key={key}
              ref={visible.measure}
              data-index={index}
              aria-rowindex={index + 2}
              className={mergeClasses(styles.row, ticked && styles.ticked)}
            >
              <td className={styles.tick}>
                <Checkbox
                  checked={ticked}
                  onChange={() => review.toggle(row.original.key)}
                  input={{ 'aria-label': `Select ${row.original.sentence}` }}
                />
              </td>
              {row.getVisibleCells().map((cell) => (
                <td
                  key={cell.id}
                  className={mergeClasses(styles.cell, cell.column.id === 'name' && styles.name)}
                >
                  <Cell id={cell.column.id} row={row.original} showRaw={showRaw} isWide={isWide} />
                </td>
              ))}
            </tr>
          )
        })}
        <Spacer height={visible.after} span={columns.length + 1} />
      </tbody>
    </table>
  )
}

interface CellProps {
  readonly id: string
  readonly row: ReviewRow
  readonly showRaw: boolean
  readonly isWide: boolean
}

function Cell({ id, row, showRaw, isWide }: CellProps) {
  const styles = useStyles()
  switch (id) {
    case 'trust':
      return (
        <TrustCell
          row={row}
          showRaw={showRaw}
          look={isWide ? 'row' : 'card'}
          hidePlatform={isWide}
          showName={!isWide}
        />
      )
    case 'name':
      return <MiddleTruncated text={row.trust.name} />
    case 'issuer':
      return (
        <span className={styles.issuer} title={row.trust.issuer}>
          {row.words.platform}
        </span>
      )
    case 'place':
      return (
        <span className={styles.place}>
          <span>{row.place[0]}</span>
          <span className={styles.quiet} title={row.subscriptionId || undefined}>
            {row.appId === null ? row.place[1] : <MiddleTruncated text={row.appId} />}
          </span>
        </span>
      )
    default:
      return (
        <span className={styles.place}>
          <AgeCell row={row} />
          <ProofCell row={row} />
        </span>
      )
  }
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
