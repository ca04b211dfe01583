import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import type { Change } from './change-list.ts'

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid', rowGap: '8px' },
  line: {
    display: 'grid',
    gridTemplateColumns: '24px minmax(0, 1fr)',
    columnGap: '8px',
    alignItems: 'baseline',
    overflowWrap: 'anywhere',
  },
  sign: {
    fontFamily: tokens.fontFamilyMonospace,
    fontWeight: tokens.fontWeightSemibold,
    textAlign: 'center',
  },
  new: { color: tokens.colorStatusSuccessForeground1 },
  stopped: { color: tokens.colorStatusDangerForeground1 },
  left: { color: tokens.colorStatusWarningForeground3 },
  same: { color: tokens.colorNeutralForeground2 },
  unsure: { color: tokens.colorNeutralForeground2 },
  quiet: { color: tokens.colorNeutralForeground2 },
})

const signs = {
  new: ['+', 'will be made'],
  same: ['=', 'there already, left as it is'],
  left: ['!', 'left to an administrator'],
  stopped: ['×', 'Azure would refuse it'],
  unsure: ['?', 'made unless it is there'],
} as const

/** What will change, a line each: a sign, what it is, and the sign in words. */
export function ChangeView({ changes }: { readonly changes: readonly Change[] }) {
  const styles = useStyles()
  return (
    <ul className={styles.list} aria-label="Changes">
      {changes.map(({ key, effect, isRuled, kind, name, detail }) => {
        const [sign, said] = signs[effect]
        const words = isRuled === true ? 'refused by a rule of your portal' : said
        return (
          <li key={key} className={styles.line}>
            <span className={mergeClasses(styles.sign, styles[effect])} aria-hidden="true">
              {sign}
            </span>
            <span>
              {kind} <strong>{name}</strong> <span className={styles.quiet}>({words})</span>
              {detail !== null && <span className={styles.quiet}>. {detail}</span>}
            </span>
          </li>
        )
      })}
    </ul>
  )
}
