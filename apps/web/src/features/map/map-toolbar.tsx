import { Button, Input, Select, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import {
  ArrowDownload20Regular,
  Search20Regular,
  Table20Regular,
  Flowchart20Regular,
} from '@fluentui/react-icons'
import { useId, useRef } from 'react'
import { ChoiceLinks } from '../../components/choice-links.tsx'
import { useShortcut } from '../../components/shortcuts.ts'
import { lensWords, lenses, type Lens } from './map-words.ts'
import type { MapDepth } from './model/fine-levels.ts'

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '8px 16px',
    '@media print': { display: 'none' },
  },
  filter: { flex: '1 1 220px', maxWidth: '420px' },
  lens: { display: 'flex', alignItems: 'center', columnGap: '8px' },
  quiet: { color: tokens.colorNeutralForeground2 },
  wideOnly: { '@media (max-width: 639px)': { display: 'none' } },
})

interface MapToolbarProps {
  readonly text: string
  readonly onText: (text: string) => void
  readonly lens: Lens
  readonly lensHref: (lens: Lens) => string
  readonly depth: MapDepth
  readonly onDepth: (depth: '1' | '2' | '3' | undefined) => void
  readonly isTable: boolean
  readonly onTable: (isTable: boolean) => void
  /** Null: there is no picture to save. */
  readonly onExport: (() => void) | null
}

/** Query, lens, how fine, table or picture, export. */
export function MapToolbar(props: MapToolbarProps) {
  const { text, onText, lens, lensHref, depth, onDepth, isTable, onTable, onExport } = props
  const styles = useStyles()
  const id = useId()
  const field = useRef<HTMLInputElement>(null)
  useShortcut('/', 'Filter the map', () => field.current?.focus())
  useShortcut('t', 'Map or table', () => onTable(!isTable))
  return (
    <div className={styles.bar}>
      <Input
        className={styles.filter}
        input={{ ref: field }}
        aria-label="Filter the map"
        placeholder="platform:github role:owner …"
        autoComplete="off"
        spellCheck={false}
        contentBefore={<Search20Regular aria-hidden="true" />}
        value={text}
        onChange={(_, { value }) => onText(value)}
      />
      <div className={styles.lens}>
        <span className={styles.quiet} id={`${id}-lens`}>
          Lens
        </span>
        <ChoiceLinks
          label="Lens"
          look="segments"
          choices={lenses.map((one) => ({
            text: lensWords[one],
            href: lensHref(one),
            current: one === lens,
          }))}
        />
      </div>
      <div className={styles.lens}>
        <span className={mergeClasses(styles.quiet, styles.wideOnly)} aria-hidden="true">
          Grouping
        </span>
        <Select
          aria-label="Grouping"
          value={depth === null ? '' : String(depth)}
          onChange={(_, { value }) =>
            onDepth(value === '1' || value === '2' || value === '3' ? value : undefined)
          }
        >
          <option value="">As fine as fits</option>
          <option value="1">Widest</option>
          <option value="2">Middle</option>
          <option value="3">None</option>
        </Select>
      </div>
      <Button
        appearance="subtle"
        icon={isTable ? <Flowchart20Regular /> : <Table20Regular />}
        onClick={() => onTable(!isTable)}
      >
        {isTable ? 'Show as map' : 'Show as table'}
      </Button>
      {onExport !== null && (
        <Button appearance="subtle" icon={<ArrowDownload20Regular />} onClick={onExport}>
          Export SVG
        </Button>
      )}
    </div>
  )
}
