import { makeStyles, tokens } from '@fluentui/react-components'
import { problemText } from '../../api/problem-text.ts'
import { ApiProblem } from '../../api/api-problem.ts'
import type { SaveState } from './draft-saver.ts'

const useStyles = makeStyles({
  line: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, maxWidth: '48ch' },
})

const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' })

/** `Draft saved 10:42`, or why it is not and that nothing is lost. Only the second is announced. */
export function SaveLine({ save }: { readonly save: SaveState }) {
  const styles = useStyles()
  const problem = problemWords(save)
  return (
    <div className={styles.line}>
      {problem === null && <span>{calmWords(save)}</span>}
      <output>{problem}</output>
    </div>
  )
}

function calmWords(save: SaveState): string {
  return save.state === 'saved' ? `Draft saved ${clock.format(save.at)}` : 'Saving the draft'
}

function problemWords(save: SaveState): string | null {
  if (save.state === 'conflict') return 'Draft not saved: choose one of the two below'
  return save.state === 'failed' ? `Draft kept in this tab only. ${reasonOf(save.error)}` : null
}

function reasonOf(error: unknown): string {
  const [field] = error instanceof ApiProblem ? error.fields : []
  if (field !== undefined) return field.message
  const { title } = problemText(error)
  return `${title}. It is tried again by itself.`
}
