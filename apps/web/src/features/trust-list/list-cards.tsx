import { Checkbox, makeStyles, tokens } from '@fluentui/react-components'
import { memo, useRef, type ReactNode } from 'react'
import type { ListedTrust } from '../../components/inventory/listed-trust.ts'
import { useVisibleRows } from '../../components/use-visible-rows.ts'
import { FactCell, TrustCell } from './list-cells.tsx'
import { columnLooks, type ColumnId } from './list-columns.ts'
import { isSelected } from './selection.ts'
import type { ListRows } from './use-trust-list.ts'

const useStyles = makeStyles({
  list: { listStyleType: 'none', position: 'relative', width: '100%' },
  item: {
    position: 'absolute',
    left: 0,
    top: 0,
    width: '100%',
    display: 'grid',
    gridTemplateColumns: '32px minmax(0, 1fr)',
    columnGap: '4px',
    padding: '12px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  words: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: '8px', minWidth: 0 },
  facts: {
    display: 'grid',
    gridTemplateColumns: 'max-content minmax(0, 1fr)',
    gap: '2px 12px',
    fontSize: tokens.fontSizeBase200,
    alignItems: 'start',
    margin: 0,
  },
  term: { color: tokens.colorNeutralForeground3 },
  fact: { margin: 0, minWidth: 0 },
})

interface ListCardsProps {
  readonly list: ListRows
  readonly showRaw: boolean
}

/** What the trust line of a card says already. */
const said: readonly ColumnId[] = ['trust', 'issuer', 'identity', 'name']

/** For narrow screens: trust lines one under the other, drawing only those in sight. */
export const ListCards = memo(function ListCards({ list, showRaw }: ListCardsProps) {
  const styles = useStyles()
  const element = useRef<HTMLUListElement>(null)
  const { shown } = list
  const visible = useVisibleRows(element, shown, 190)
  return (
    <ul ref={element} className={styles.list} aria-label="Trusts" style={{ height: `${visible.total}px` }}>
      {visible.items.map(({ index, key, start }) => {
        const row = shown[index]
        if (row === undefined) return null
        return (
          <li
            key={key}
            ref={visible.measure}
            data-index={index}
            className={styles.item}
            aria-setsize={shown.length}
            aria-posinset={index + 1}
            style={{ transform: `translateY(${start}px)` }}
          >
            <Card
              row={row}
              columns={list.columns}
              showRaw={showRaw}
              ticked={isSelected(list.selection, row.key)}
              onToggle={list.toggle}
            />
          </li>
        )
      })}
    </ul>
  )
})

interface CardProps {
  readonly row: ListedTrust
  readonly columns: readonly ColumnId[]
  readonly showRaw: boolean
  readonly ticked: boolean
  readonly onToggle: (key: string) => void
}

const Card = memo(function Card({ row, columns, showRaw, ticked, onToggle }: CardProps) {
  const styles = useStyles()
  return (
    <>
      <Checkbox
        checked={ticked}
        onChange={() => onToggle(row.key)}
        input={{ 'aria-label': `Select ${row.sentence}` }}
      />
      <div className={styles.words}>
        <TrustCell row={row} showRaw={showRaw} look="card" beside={noColumns} />
        <dl className={styles.facts}>
          {columns.map((id) =>
            id === 'trust' || said.includes(id) ? null : (
              <Fact key={id} label={columnLooks[id].label}>
                <FactCell id={id} row={row} />
              </Fact>
            ),
          )}
        </dl>
      </div>
    </>
  )
})

const noColumns: readonly ColumnId[] = []

function Fact({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  const styles = useStyles()
  return (
    <>
      <dt className={styles.term}>{label}</dt>
      <dd className={styles.fact}>{children}</dd>
    </>
  )
}
