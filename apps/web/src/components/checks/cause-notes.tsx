import { Button, makeStyles, tokens } from '@fluentui/react-components'
import type { Cause, CauseField, Severity } from '@trustwright/federation'
import { Callout, type CalloutIntent } from '../../ui/callout.tsx'
import { certaintyWords } from '../diagnosis/certainty-words.ts'
import { fixBeside } from './fix-beside.ts'

const useStyles = makeStyles({
  quiet: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  text: { overflowWrap: 'anywhere' },
  set: { maxWidth: '100%', justifyContent: 'start', textAlign: 'left', fontWeight: tokens.fontWeightRegular },
  value: { fontFamily: tokens.fontFamilyMonospace, overflowWrap: 'anywhere' },
})

const words: Record<Severity, { intent: CalloutIntent; title: string }> = {
  block: { intent: 'danger', title: 'This would fail' },
  warn: { intent: 'warning', title: 'Check this' },
  info: { intent: 'information', title: 'Good to know' },
}

interface CauseNotesProps {
  readonly causes: readonly Cause[]
  /** Fields that a button may set; left out where nothing can be changed here. */
  readonly settable?: readonly CauseField[]
  readonly onSet?: (field: CauseField, value: string) => void
}

/** What the checks found, best first: the effect and its reason, how sure that is, and the fix. */
export function CauseNotes({ causes, settable = [], onSet }: CauseNotesProps) {
  const styles = useStyles()
  return causes.map((cause) => {
    const { action, certainty, code, fix, severity, text } = cause
    const isSettable = action?.kind === 'set' && settable.includes(action.field) && onSet !== undefined
    const set = isSettable ? action : null
    const beside = set === null ? fix : fixBeside(fix, set.value)
    return (
      <Callout
        key={`${code} ${text}`}
        intent={words[severity].intent}
        title={words[severity].title}
        actions={
          set !== null ? (
            <Button size="small" className={styles.set} onClick={() => onSet?.(set.field, set.value)}>
              <span>
                Use <span className={styles.value}>{set.value}</span>
              </span>
            </Button>
          ) : undefined
        }
      >
        <p className={styles.text}>{text}</p>
        {severity !== 'info' && <p className={styles.quiet}>{certaintyWords[certainty]}</p>}
        {beside !== null && <p className={styles.text}>{beside}</p>}
      </Callout>
    )
  })
}
