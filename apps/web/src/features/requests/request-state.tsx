import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { CheckmarkCircle16Regular, CircleHint16Regular, DismissCircle16Regular } from '@fluentui/react-icons'
import type { TrustRequest } from '@trustwright/shared-schemas'
import { stateWords } from './request-words.ts'

const useStyles = makeStyles({
  state: {
    display: 'inline-flex',
    alignItems: 'center',
    columnGap: '6px',
    height: '20px',
    whiteSpace: 'nowrap',
    fontWeight: tokens.fontWeightSemibold,
  },
  icon: { display: 'inline-flex' },
  open: { color: tokens.colorStatusWarningForeground3 },
  good: { color: tokens.colorStatusSuccessForeground1 },
  bad: { color: tokens.colorStatusDangerForeground1 },
  quiet: { color: tokens.colorNeutralForeground2 },
})

const icons = {
  open: CircleHint16Regular,
  good: CheckmarkCircle16Regular,
  bad: DismissCircle16Regular,
  quiet: DismissCircle16Regular,
} as const

/** How a request stands: mark and word. */
export function RequestState({ request }: { readonly request: Pick<TrustRequest, 'problem' | 'state'> }) {
  const styles = useStyles()
  const { word, look } = stateWords(request)
  const Icon = icons[look]
  return (
    <span className={mergeClasses(styles.state, styles[look])}>
      <span className={styles.icon}>
        <Icon aria-hidden="true" />
      </span>
      {word}
    </span>
  )
}
