import { Input, makeStyles, tokens } from '@fluentui/react-components'
import { Search20Regular } from '@fluentui/react-icons'
import { useRef, type ReactNode } from 'react'
import { useShortcut } from './shortcuts.ts'

const useStyles = makeStyles({
  bar: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px 16px', marginBottom: '8px' },
  filter: { width: 'min(420px, 100%)' },
  count: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
})

interface FilterBarProps {
  /** Names the field, and its key under `?`: `Filter identities`. */
  readonly label: string
  readonly placeholder: string
  readonly value: string
  readonly onText: (text: string) => void
  /** How much the list below shows of how much; spoken when it changes. */
  readonly count: ReactNode
  /** Before the field. */
  readonly children?: ReactNode
}

/** A field that narrows a list, reached by `/`, and the count of what it leaves. */
export function FilterBar({ label, placeholder, value, onText, count, children }: FilterBarProps) {
  const styles = useStyles()
  const input = useRef<HTMLInputElement>(null)
  useShortcut('/', label, () => input.current?.focus())
  return (
    <div className={styles.bar}>
      {children}
      <Input
        className={styles.filter}
        aria-label={label}
        placeholder={placeholder}
        contentBefore={<Search20Regular aria-hidden="true" />}
        input={{ ref: input }}
        autoComplete="off"
        spellCheck={false}
        value={value}
        onChange={(_, data) => onText(data.value)}
      />
      <output className={styles.count}>{count}</output>
    </div>
  )
}
