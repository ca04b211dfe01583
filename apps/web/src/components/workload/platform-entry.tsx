import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import type { Preset } from '@trustwright/federation'
import type { TrustParent } from '@trustwright/shared-schemas'
import { markOf } from '../mark-of.ts'
import { PlatformMark } from '../platform-mark.tsx'
import { certaintyWords, notOfferedReason, summaryOf } from './certainty-words.ts'

const useStyles = makeStyles({
  entry: {
    display: 'grid',
    gridTemplateColumns: '20px minmax(0, 1fr)',
    columnGap: '8px',
    width: '100%',
    padding: '8px',
    border: '1px solid transparent',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: 'transparent',
    color: 'inherit',
    font: 'inherit',
    textAlign: 'start',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  chosen: { border: `1px solid ${tokens.colorCompoundBrandStroke}` },
  blocked: { cursor: 'default', ':hover': { backgroundColor: 'transparent' } },
  mark: { display: 'inline-flex', color: tokens.colorNeutralForeground2 },
  words: { display: 'grid', rowGap: '2px', minWidth: 0 },
  title: { lineHeight: '20px' },
  quiet: { fontSize: tokens.fontSizeBase200, lineHeight: '16px', color: tokens.colorNeutralForeground2 },
  certainty: { fontSize: tokens.fontSizeBase200, lineHeight: '16px', fontWeight: tokens.fontWeightSemibold },
})

interface PlatformEntryProps {
  readonly preset: Preset
  readonly chosen: boolean
  readonly kind: TrustParent['kind'] | null
  /** One entry of the list is in the tab order; arrow keys reach the others. */
  readonly inTabOrder: boolean
  readonly onChoose: (preset: Preset) => void
}

/** One platform of the whole list. What cannot be chosen stays, and says why. */
export function PlatformEntry({ preset, chosen, kind, inTabOrder, onChoose }: PlatformEntryProps) {
  const styles = useStyles()
  const reason = notOfferedReason(preset, kind)
  const certainty = certaintyWords[preset.certainty]
  return (
    <button
      type="button"
      className={mergeClasses(styles.entry, chosen && styles.chosen, reason !== null && styles.blocked)}
      tabIndex={inTabOrder ? 0 : -1}
      aria-pressed={chosen}
      aria-disabled={reason !== null}
      onClick={() => {
        if (reason === null) onChoose(preset)
      }}
    >
      <span className={styles.mark}>
        <PlatformMark mark={markOf(preset.id)} />
      </span>
      <span className={styles.words}>
        <span className={styles.title}>{preset.title}</span>
        <span className={styles.quiet}>{reason ?? summaryOf(preset)}</span>
        {certainty !== null && <span className={styles.certainty}>{certainty.short}</span>}
      </span>
    </button>
  )
}
