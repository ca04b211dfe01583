import { Button, Input, ToggleButton, makeStyles } from '@fluentui/react-components'
import {
  ArrowDownload20Regular,
  Code20Regular,
  Dismiss20Regular,
  Search20Regular,
} from '@fluentui/react-icons'
import { useId, useRef } from 'react'
import { announce } from '../../components/announcer.tsx'
import { useShortcut } from '../../components/shortcuts.ts'
import { saveFile } from '../../lib/save-file.ts'
import { count, counted } from '../../lib/words.ts'
import type { Review } from './use-review.ts'

const useStyles = makeStyles({
  bar: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px' },
  label: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' },
  filter: { flex: '1 1 260px', maxWidth: '480px' },
})

interface ReviewToolbarProps {
  readonly review: Review
  readonly showRaw: boolean
  readonly onShowRaw: (show: boolean) => void
}

/** Text filter, subjects as stored, export. */
export function ReviewToolbar({ review, showRaw, onShowRaw }: ReviewToolbarProps) {
  const styles = useStyles()
  const id = useId()
  const field = useRef<HTMLInputElement>(null)
  const { shown, selected, text, setText } = review
  useShortcut('/', 'Filter the list', () => field.current?.focus())
  useShortcut('.', 'Show or hide subjects as stored', () => onShowRaw(!showRaw))
  const exported = selected.length === 0 ? shown : selected
  async function exportCsv() {
    const { trustsCsv } = await import('./trusts-csv.ts')
    saveFile('trusts.csv', 'text/csv;charset=utf-8', trustsCsv(exported))
    announce(`${counted(exported.length, 'trust')} exported`)
  }

  return (
    <div className={styles.bar}>
      <label className={styles.label} htmlFor={id}>
        Filter trusts
      </label>
      <Input
        id={id}
        input={{ ref: field }}
        className={styles.filter}
        type="text"
        placeholder="Workload, issuer, identity, group…"
        autoComplete="off"
        spellCheck={false}
        contentBefore={<Search20Regular aria-hidden="true" />}
        {...(text === ''
          ? {}
          : {
              contentAfter: (
                <Button
                  appearance="transparent"
                  size="small"
                  icon={<Dismiss20Regular />}
                  aria-label="Clear the filter"
                  onClick={() => {
                    setText('')
                    field.current?.focus()
                  }}
                />
              ),
            })}
        value={text}
        onChange={(_, { value }) => setText(value)}
      />
      <ToggleButton
        appearance="subtle"
        icon={<Code20Regular />}
        checked={showRaw}
        onClick={() => onShowRaw(!showRaw)}
      >
        As stored
      </ToggleButton>
      <Button
        appearance="subtle"
        icon={<ArrowDownload20Regular />}
        disabledFocusable={exported.length === 0}
        onClick={() => void exportCsv()}
      >
        {selected.length === 0 ? 'Export CSV' : `Export ${count(selected.length)} as CSV`}
      </Button>
    </div>
  )
}
