import { makeStyles, tokens } from '@fluentui/react-components'
import { ActionLink } from '../../../components/action-link.tsx'
import { counted, lowerFirst } from '../../../lib/words.ts'
import type { Answer } from '../questions/question.ts'

const useStyles = makeStyles({
  bar: {
    display: 'grid',
    rowGap: '4px',
    padding: '12px 16px',
    borderLeft: `4px solid ${tokens.colorCompoundBrandStroke}`,
    backgroundColor: tokens.colorNeutralBackground2,
    borderRadius: tokens.borderRadiusMedium,
  },
  words: { fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold, lineHeight: '24px' },
  quiet: { color: tokens.colorNeutralForeground2 },
  actions: { display: 'flex', flexWrap: 'wrap', gap: '8px', marginTop: '4px' },
})

interface AnswerBarProps {
  readonly answer: Answer
  /** More trusts are on their way. */
  readonly isPartial: boolean
  readonly listHref: string
  readonly unreadHref: string
  readonly clearHref: string
}

/** The answer to the question that the map shows, in words. */
export function AnswerBar({ answer, isPartial, listHref, unreadHref, clearHref }: AnswerBarProps) {
  const styles = useStyles()
  const { question, trusts, unknown, words } = answer
  return (
    <div className={styles.bar}>
      <span className={styles.quiet}>{question.text}</span>
      <span className={styles.words}>{isPartial ? `So far: ${lowerFirst(words)}` : words}.</span>
      {question.note !== undefined && <span className={styles.quiet}>{question.note}</span>}
      {unknown > 0 && (
        <span className={styles.quiet}>
          {question.gap.what} of {counted(unknown, 'trust')} could not be read, so that they are not counted.
        </span>
      )}
      <div className={styles.actions}>
        {trusts > 0 && <ActionLink href={listHref}>Show {counted(trusts, 'trust')} in the list</ActionLink>}
        {unknown > 0 && (
          <ActionLink href={unreadHref} appearance="subtle">
            Show those that were not read
          </ActionLink>
        )}
        <ActionLink href={clearHref} appearance="subtle">
          Show everything
        </ActionLink>
      </div>
    </div>
  )
}
