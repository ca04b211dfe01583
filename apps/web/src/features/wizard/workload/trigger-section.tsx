import { Button, SearchBox, makeStyles, tokens } from '@fluentui/react-components'
import { Add16Regular } from '@fluentui/react-icons'
import { useState, type ReactNode } from 'react'
import { TriggerChip } from './trigger-chip.tsx'
import { triggerWords } from './trigger-words.ts'
import type { Trigger, TriggerKind } from '../../../components/workload/github-trigger.ts'
import { shownNames, type NamedChoice } from './github-names.ts'

const useStyles = makeStyles({
  section: {
    display: 'grid',
    gridTemplateColumns: '104px minmax(0, 1fr)',
    gap: '4px 12px',
    alignItems: 'start',
    '@media (max-width: 639px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  title: {
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: '32px',
    '@media (max-width: 639px)': { lineHeight: '16px' },
  },
  content: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: '8px' },
  row: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
  search: { width: '248px', maxWidth: '100%', minHeight: '32px' },
  note: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
})

/** More than these are searched instead of read, and then fewer stand there. */
const mostUnsearched = 8
const most = 5

interface ChoiceProps {
  readonly chosen: Trigger | null
  /** Name of the radio buttons: one for all sections. */
  readonly group: string
  readonly onChoose: (trigger: Trigger) => void
}

interface TriggerSectionProps extends ChoiceProps {
  readonly kind: TriggerKind
  readonly title: string
  readonly names: readonly NamedChoice[]
  /** Stands first, whether it is listed or not. */
  readonly first: string | null
  /** False: GitHub has more than these. */
  readonly complete: boolean
  /** Searches at GitHub as well, where it can. */
  readonly onSearch?: (text: string) => void
  readonly reading?: boolean
  readonly children?: ReactNode
}

/** The names of one kind, with a search where there are many, which also takes a name that GitHub does not list. */
export function TriggerSection(props: TriggerSectionProps) {
  const { kind, title, names, first, complete, onSearch, reading = false, children } = props
  const { chosen, group, onChoose } = props
  const styles = useStyles()
  const [search, setSearch] = useState('')
  const [opened, setOpened] = useState(false)
  const words = triggerWords[kind]
  const isMany = names.length > mostUnsearched || !complete
  const searches = words.one !== null && (opened || isMany)
  const chosenName = chosen?.kind === kind ? chosen.name : ''
  const shown = shownNames(names, { first, search, chosen: chosenName, most: isMany ? most : mostUnsearched })
  return (
    <div className={styles.section}>
      <div className={styles.title}>{title}</div>
      <div className={styles.content}>
        <div className={styles.row}>
          {words.one !== null &&
            shown.map(({ name, note }) => (
              <TriggerChip
                key={name}
                group={group}
                chosen={chosenName === name}
                label={`${words.one} ${name}`}
                note={note}
                onChoose={() => onChoose({ kind, name })}
              >
                {name}
              </TriggerChip>
            ))}
          {searches && (
            <SearchBox
              className={styles.search}
              aria-label={words.find}
              placeholder={
                isMany ? `${words.find} (${complete ? names.length : `over ${names.length}`})` : words.find
              }
              value={search}
              onChange={(_, { value }) => {
                setSearch(value)
                // A search narrows the list; its field stays.
                setOpened(true)
                onSearch?.(value)
              }}
              onKeyDown={(event) => {
                const only =
                  shown.find(({ name }) => name === search.trim()) ??
                  (shown.length === 1 ? shown[0] : undefined)
                if (event.key !== 'Enter') return
                // Enter takes the name; a second one, on the choice, moves on.
                event.preventDefault()
                if (only !== undefined) onChoose({ kind, name: only.name })
              }}
            />
          )}
          {children}
          {words.other !== null && !searches && (
            <Button size="small" appearance="subtle" icon={<Add16Regular />} onClick={() => setOpened(true)}>
              {words.other}
            </Button>
          )}
        </div>
        {reading && names.length === 0 && <p className={styles.note}>Reading them from GitHub</p>}
        {!reading && kind === 'tag' && names.length === 0 && (
          <p className={styles.note}>GitHub shows no tag of this name.</p>
        )}
      </div>
    </div>
  )
}
