import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { useId, type ReactNode } from 'react'

const useStyles = makeStyles({
  chip: {
    display: 'inline-flex',
    alignItems: 'center',
    columnGap: '8px',
    minHeight: '32px',
    maxWidth: '100%',
    padding: '3px 12px 3px 8px',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-within': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '1px' },
  },
  chosen: {
    border: `1px solid ${tokens.colorCompoundBrandStroke}`,
    boxShadow: `inset 0 0 0 1px ${tokens.colorCompoundBrandStroke}`,
    '@media (forced-colors: active)': { outline: '2px solid Highlight' },
  },
  radio: {
    flexShrink: 0,
    width: '16px',
    height: '16px',
    margin: 0,
    accentColor: tokens.colorCompoundBrandBackground,
    outline: 'none',
  },
  name: { minWidth: 0, overflowWrap: 'anywhere' },
  note: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
})

interface TriggerChipProps {
  readonly chosen: boolean
  /** Name of the radio buttons: one for all that belong together. */
  readonly group: string
  /** The whole name, for who does not see what stands around it. */
  readonly label: string
  readonly note: string
  readonly onChoose: () => void
  readonly children?: ReactNode
}

/** One choice. A native radio button, so the arrow keys go through all of them and Enter moves on. */
export function TriggerChip({ chosen, group, label, note, onChoose, children }: TriggerChipProps) {
  const styles = useStyles()
  const noteId = useId()
  return (
    <label className={mergeClasses(styles.chip, chosen && styles.chosen)}>
      <input
        type="radio"
        className={styles.radio}
        name={group}
        checked={chosen}
        aria-label={label}
        {...(note === '' ? {} : { 'aria-describedby': noteId })}
        onChange={onChoose}
      />
      <span className={styles.name}>{children ?? label}</span>
      {note !== '' && (
        <span className={styles.note} id={noteId}>
          {note}
        </span>
      )}
    </label>
  )
}
