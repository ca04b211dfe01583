import { makeStyles, tokens } from '@fluentui/react-components'
import type { Lens } from '../map-words.ts'

const useStyles = makeStyles({
  legend: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '4px 20px',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
  },
  item: { display: 'inline-flex', alignItems: 'center', columnGap: '6px' },
  line: { stroke: tokens.colorNeutralStrokeAccessible, fill: 'none' },
  bad: { stroke: tokens.colorStatusDangerBorderActive, fill: 'none' },
})

/** What the marks of the picture mean, and its keys. */
export function Legend({ lens }: { readonly lens: Lens }) {
  const styles = useStyles()
  return (
    <p className={styles.legend}>
      <span className={styles.item}>
        <svg width="36" height="14" aria-hidden="true">
          <path className={styles.line} d="M0 3h36" strokeWidth="1.5" />
          <path className={styles.line} d="M0 10h36" strokeWidth="6" />
        </svg>
        thicker: more trusts
      </span>
      {lens === 'risk' && (
        <span className={styles.item}>
          <svg width="36" height="14" aria-hidden="true">
            <path className={styles.bad} d="M0 7h36" strokeWidth="4" />
          </svg>
          a finding of High or Critical
        </span>
      )}
      <span>thick left edge: a group</span>
      <span>Keys: arrows, Enter focuses, + opens a group, Backspace goes up, T turns to the table</span>
    </p>
  )
}
