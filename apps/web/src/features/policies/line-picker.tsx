import { Combobox, Option, makeStyles, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import { FieldFrame, describedBy } from '../../components/forms/field-frame.tsx'
import type { PolicyChoice } from './policy-choices.ts'

const useStyles = makeStyles({
  field: { width: '100%', maxWidth: '640px' },
  list: { maxHeight: '320px' },
  detail: { display: 'block', color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
})

interface LinePickerProps {
  readonly name: string
  readonly label: string
  readonly help: string
  readonly choices: readonly PolicyChoice[]
  /** Told while typing where the choices are searched elsewhere; else they are narrowed here. */
  readonly onSearch?: (text: string) => void
  readonly onPick: (choice: PolicyChoice) => void
}

const most = 50

/** Finds a value by its name, and hands it over. */
export function LinePicker({ name, label, help, choices, onSearch, onPick }: LinePickerProps) {
  const styles = useStyles()
  const [typed, setTyped] = useState('')
  const [open, setOpen] = useState(false)
  const words = { label, help }
  const wanted = typed.trim().toLowerCase()
  const fitting = choices.filter(
    ({ label: one, value }) =>
      onSearch !== undefined || one.toLowerCase().includes(wanted) || value.toLowerCase().includes(wanted),
  )
  return (
    <FieldFrame name={name} {...words} error={undefined}>
      <Combobox
        {...describedBy(name, words, undefined)}
        className={styles.field}
        freeform
        value={typed}
        selectedOptions={[]}
        open={open}
        onOpenChange={(_, data) => setOpen(data.open)}
        listbox={{ className: styles.list }}
        onChange={(event) => {
          setTyped(event.target.value)
          onSearch?.(event.target.value)
          // Pasted text too: nobody presses a key for it.
          setOpen(true)
        }}
        onOptionSelect={(_, { optionValue }) => {
          const choice = choices.find(({ value }) => value === optionValue)
          setTyped('')
          onSearch?.('')
          if (choice !== undefined) onPick(choice)
        }}
      >
        {fitting.slice(0, most).map(({ detail, label: one, value }) => (
          <Option key={value} value={value} text={one}>
            <span>
              {one}
              <span className={styles.detail}>{detail}</span>
            </span>
          </Option>
        ))}
        {fitting.length === 0 && (
          <Option value="" text="" disabled>
            {wanted === '' ? 'Nothing to choose yet' : 'Nothing fits'}
          </Option>
        )}
      </Combobox>
    </FieldFrame>
  )
}
