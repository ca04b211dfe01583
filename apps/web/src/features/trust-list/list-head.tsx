import { Checkbox, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { ArrowDown12Regular, ArrowUp12Regular } from '@fluentui/react-icons'
import { columnLooks, type ColumnId } from './list-columns.ts'
import { isDescending, type SortColumn } from './sort-trusts.ts'
import type { ListRows } from './use-trust-list.ts'

const useStyles = makeStyles({
  cell: {
    textAlign: 'left',
    padding: '4px 12px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke1}`,
    fontWeight: tokens.fontWeightSemibold,
    whiteSpace: 'nowrap',
    backgroundColor: tokens.colorNeutralBackground1,
    position: 'sticky',
    top: 0,
    zIndex: 1,
  },
  tick: { width: '44px', padding: '0 4px' },
  button: {
    display: 'inline-flex',
    alignItems: 'center',
    columnGap: '4px',
    minHeight: '32px',
    padding: '0 4px',
    margin: '0 4px 0 -4px',
    border: 'none',
    background: 'none',
    font: 'inherit',
    color: 'inherit',
    cursor: 'pointer',
    borderRadius: tokens.borderRadiusSmall,
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  slash: { color: tokens.colorNeutralForeground3, fontWeight: tokens.fontWeightRegular, marginRight: '6px' },
  arrow: { display: 'inline-flex' },
})

interface ListHeadProps {
  readonly columns: readonly ColumnId[]
  readonly list: ListRows
}

/** Heads with a button for everything the column can be sorted by. */
export function ListHead({ columns, list }: ListHeadProps) {
  const styles = useStyles()
  const { shown, selected, sort } = list
  const allTicked = selected.length === 0 ? false : selected.length === shown.length ? true : 'mixed'
  return (
    <thead>
      <tr aria-rowindex={1}>
        <th scope="col" className={mergeClasses(styles.cell, styles.tick)}>
          <Checkbox
            checked={allTicked}
            onChange={list.toggleAll}
            input={{ 'aria-label': allTicked === true ? 'Select none' : 'Select all trusts shown' }}
          />
        </th>
        {columns.map((id) => {
          const { sorts } = columnLooks[id]
          const isSorted = sorts.some(({ column }) => column === sort.column)
          return (
            <th
              key={id}
              scope="col"
              className={styles.cell}
              aria-sort={isSorted ? (isDescending(sort) ? 'descending' : 'ascending') : undefined}
            >
              {sorts.map(({ column, label }, index) => (
                <span key={column}>
                  {index > 0 && (
                    <span className={styles.slash} aria-hidden="true">
                      /
                    </span>
                  )}
                  <SortButton column={column} label={label} list={list} />
                </span>
              ))}
            </th>
          )
        })}
      </tr>
    </thead>
  )
}

interface SortButtonProps {
  readonly column: SortColumn
  readonly label: string
  readonly list: ListRows
}

function SortButton({ column, label, list: { sort, sortBy } }: SortButtonProps) {
  const styles = useStyles()
  const isActive = sort.column === column
  const isDown = isDescending(sort)
  const Arrow = isDown ? ArrowDown12Regular : ArrowUp12Regular
  const state = isActive ? `, sorted ${isDown ? 'downwards' : 'upwards'}` : ''
  return (
    <button
      type="button"
      className={styles.button}
      aria-label={`Sort by ${label}${state}`}
      onClick={() => sortBy(column)}
    >
      {label}
      {isActive && (
        <span className={styles.arrow}>
          <Arrow aria-hidden="true" />
        </span>
      )}
    </button>
  )
}
