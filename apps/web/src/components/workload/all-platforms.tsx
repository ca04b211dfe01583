import { Button, SearchBox, makeStyles, tokens } from '@fluentui/react-components'
import { ChevronDown20Regular, ChevronUp20Regular } from '@fluentui/react-icons'
import { presets, type Preset, type PresetId } from '@trustwright/federation'
import type { TrustParent } from '@trustwright/shared-schemas'
import { useId, useRef, useState, type KeyboardEvent } from 'react'
import { counted } from '../../lib/words.ts'
import { notOfferedReason } from './certainty-words.ts'
import { moveFocus } from './move-focus.ts'
import { PlatformEntry } from './platform-entry.tsx'
import { findPlatforms } from './platform-search.ts'

const useStyles = makeStyles({
  box: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: '8px', maxWidth: '720px' },
  // Its words stand in line with the page.
  toggle: {
    justifySelf: 'start',
    marginLeft: '-12px',
    // There the button has an edge, which then stands in line.
    '@media (forced-colors: active)': { marginLeft: 0 },
  },
  panel: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    rowGap: '12px',
    padding: '12px',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  search: { width: '100%', maxWidth: '100%' },
  count: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  list: { display: 'grid', rowGap: '16px', maxHeight: '440px', overflowY: 'auto' },
  group: { display: 'grid', rowGap: '4px' },
  title: {
    padding: '0 8px',
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground2,
  },
  entries: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 240px), 1fr))',
    gap: '4px',
    listStyleType: 'none',
    margin: 0,
    padding: 0,
  },
})

interface AllPlatformsProps {
  /** Null while none is. */
  readonly chosen: PresetId | null
  readonly kind: TrustParent['kind'] | null
  readonly onChoose: (id: PresetId) => void
}

/** Every platform by group, folded away until it is needed; typing filters, arrow keys move, Enter chooses. */
export function AllPlatforms({ chosen, kind, onChoose }: AllPlatformsProps) {
  const styles = useStyles()
  const id = useId()
  const [open, setOpen] = useState(false)
  const [query, setQuery] = useState('')
  const list = useRef<HTMLDivElement>(null)
  const groups = findPlatforms(query)
  const found = groups.flatMap((group) => group.presets)
  const first = found.find((preset) => preset.id === chosen) ?? found[0]

  function choose(preset: Preset) {
    setOpen(false)
    setQuery('')
    onChoose(preset.id)
  }

  function close() {
    setOpen(false)
    setQuery('')
    document.getElementById(`${id}-toggle`)?.focus()
  }

  function keyInSearch(event: KeyboardEvent<HTMLElement>) {
    const [only] = found
    // The first Escape empties the field, as browsers do.
    if (event.key === 'Escape') return query === '' ? close() : undefined
    if (event.key === 'ArrowDown') list.current?.querySelector('button')?.focus()
    else if (event.key === 'Enter' && only !== undefined && found.length === 1) {
      if (notOfferedReason(only, kind) === null) choose(only)
    } else if (event.key !== 'Enter') return
    // Enter here chooses; it must not send the form.
    event.preventDefault()
  }

  function keyInList(event: KeyboardEvent<HTMLElement>) {
    if (event.key === 'Escape') return close()
    moveFocus(event, document.getElementById(`${id}-search`))
  }

  return (
    <div className={styles.box}>
      <Button
        id={`${id}-toggle`}
        className={styles.toggle}
        appearance="subtle"
        icon={open ? <ChevronUp20Regular /> : <ChevronDown20Regular />}
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
      >
        All {counted(presets.length, 'platform')}
      </Button>
      {open && (
        <section className={styles.panel} id={id} aria-label="All platforms">
          <SearchBox
            id={`${id}-search`}
            className={styles.search}
            aria-label="Filter the platforms"
            placeholder="Filter by name, such as Terraform"
            value={query}
            onChange={(_, { value }) => setQuery(value)}
            onKeyDown={keyInSearch}
          />
          <output className={styles.count}>
            {found.length === 0
              ? 'No platform has these words. Other issuer takes the claims of any OpenID Connect token.'
              : `${found.length} of ${counted(presets.length, 'platform')}`}
          </output>
          {found.length > 0 && (
            // The list itself is no control: its buttons are, and the keys reach it from them.
            // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- arrow keys of the buttons inside
            <div className={styles.list} ref={list} onKeyDown={keyInList}>
              {groups.map(({ category, title, presets }) => (
                <div className={styles.group} key={category}>
                  <h3 className={styles.title} id={`${id}-${category}`}>
                    {title}
                  </h3>
                  <ul className={styles.entries} aria-labelledby={`${id}-${category}`}>
                    {presets.map((preset) => (
                      <li key={preset.id}>
                        <PlatformEntry
                          preset={preset}
                          chosen={preset.id === chosen}
                          kind={kind}
                          inTabOrder={preset === first}
                          onChoose={choose}
                        />
                      </li>
                    ))}
                  </ul>
                </div>
              ))}
            </div>
          )}
        </section>
      )}
    </div>
  )
}
