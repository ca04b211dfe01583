import { makeStyles, tokens } from '@fluentui/react-components'
import {
  CheckmarkCircle16Filled,
  DismissCircle16Filled,
  SubtractCircle16Regular,
  Warning16Filled,
} from '@fluentui/react-icons'
import { VisuallyHidden } from '../../ui/visually-hidden.tsx'
import type { Checked } from './checked.ts'

const useStyles = makeStyles({
  list: {
    display: 'grid',
    gridTemplateColumns: '16px 116px minmax(0, 1fr)',
    gap: '6px 8px',
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  item: {
    display: 'grid',
    gridTemplateColumns: 'subgrid',
    gridColumn: '1 / -1',
    alignItems: 'baseline',
    lineHeight: '20px',
  },
  icon: { alignSelf: 'start', display: 'inline-flex', height: '20px', alignItems: 'center' },
  what: { fontWeight: tokens.fontWeightSemibold },
  words: { overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground2 },
  fine: { color: tokens.colorStatusSuccessForeground1 },
  differs: { color: tokens.colorStatusDangerForeground1 },
  warn: { color: tokens.colorStatusWarningForeground3 },
  unknown: { color: tokens.colorNeutralForeground3 },
})

const looks = {
  fine: { Icon: CheckmarkCircle16Filled, said: 'Fine' },
  differs: { Icon: DismissCircle16Filled, said: 'Not fine' },
  warn: { Icon: Warning16Filled, said: 'Note' },
  unknown: { Icon: SubtractCircle16Regular, said: 'Not known' },
} as const

/** What was looked at, or what was not, a line each. */
export function CheckedList({ facts }: { readonly facts: readonly Checked[] }) {
  const styles = useStyles()
  return (
    <ul className={styles.list}>
      {facts.map(({ what, state, words }) => {
        const { Icon, said } = looks[state]
        return (
          <li key={what} className={styles.item}>
            <span className={`${styles.icon} ${styles[state]}`}>
              <Icon aria-hidden="true" />
              <VisuallyHidden>{said}: </VisuallyHidden>
            </span>
            <span className={styles.what}>{what}</span>
            <span className={`${styles.words} ${state === 'unknown' ? styles.quiet : ''}`}>{words}</span>
          </li>
        )
      })}
    </ul>
  )
}
