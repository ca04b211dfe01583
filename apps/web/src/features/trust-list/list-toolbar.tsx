import { Checkbox, ToggleButton, Button, makeStyles, tokens } from '@fluentui/react-components'
import { ArrowSort20Regular, Code20Regular, ColumnTriple20Regular } from '@fluentui/react-icons'
import { useShortcut } from '../../components/shortcuts.ts'
import { DropPanel } from '../../ui/drop-panel.tsx'
import { columnIds, columnLooks, defaultColumns, type ColumnId } from './list-columns.ts'
import { QueryField } from './query-field.tsx'
import { sortColumns, sortLabels } from './sort-trusts.ts'
import type { TrustList } from './use-trust-list.ts'

const useStyles = makeStyles({
  bar: { display: 'flex', flexWrap: 'wrap', alignItems: 'flex-start', gap: '8px' },
  panel: { display: 'grid', rowGap: '2px' },
  choice: { display: 'flex', alignItems: 'center', columnGap: '8px', minHeight: '32px', cursor: 'pointer' },
  radio: { width: '16px', height: '16px', margin: 0, accentColor: tokens.colorCompoundBrandBackground },
  quiet: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
})

interface ListToolbarProps {
  readonly list: TrustList
  readonly showRaw: boolean
  readonly onShowRaw: (show: boolean) => void
  readonly isNarrow: boolean
}

/** The query, the order, the columns, and subjects as stored. */
export function ListToolbar({ list, showRaw, onShowRaw, isNarrow }: ListToolbarProps) {
  const styles = useStyles()
  useShortcut('.', 'Show or hide subjects as stored', () => onShowRaw(!showRaw))
  return (
    <div className={styles.bar}>
      <QueryField list={list} />
      <DropPanel label="Sort" title="Sort the list" icon={<ArrowSort20Regular />}>
        <SortPanel list={list} />
      </DropPanel>
      <DropPanel
        label={isNarrow ? 'Facts' : 'Columns'}
        title="What shows of each trust"
        icon={<ColumnTriple20Regular />}
      >
        <ColumnsPanel list={list} />
      </DropPanel>
      <ToggleButton
        appearance="subtle"
        icon={<Code20Regular />}
        checked={showRaw}
        onClick={() => onShowRaw(!showRaw)}
      >
        As stored
      </ToggleButton>
    </div>
  )
}

function SortPanel({ list: { sort, setSort } }: { readonly list: TrustList }) {
  const styles = useStyles()
  return (
    <div className={styles.panel}>
      {sortColumns.map((column) => (
        <label key={column} className={styles.choice}>
          <input
            type="radio"
            className={styles.radio}
            name="sort"
            checked={sort.column === column}
            onChange={() => setSort({ column, down: false })}
          />
          {sortLabels[column]}
        </label>
      ))}
      <Checkbox
        label="The other way round"
        checked={sort.down}
        onChange={() => setSort({ ...sort, down: !sort.down })}
      />
    </div>
  )
}

function ColumnsPanel({ list: { columns, setColumns } }: { readonly list: TrustList }) {
  const styles = useStyles()
  const toggle = (id: ColumnId) =>
    setColumns(columns.includes(id) ? columns.filter((other) => other !== id) : [...columns, id])
  return (
    <div className={styles.panel}>
      {columnIds.map((id) =>
        id === 'trust' ? null : (
          <Checkbox
            key={id}
            label={columnLooks[id].label}
            checked={columns.includes(id)}
            onChange={() => toggle(id)}
          />
        ),
      )}
      <p className={styles.quiet}>Where there is no room for all, the less telling ones give way.</p>
      <Button size="small" onClick={() => setColumns(defaultColumns)}>
        As at first
      </Button>
    </div>
  )
}
