import { Radio, RadioGroup, makeStyles, tokens } from '@fluentui/react-components'
import { ErrorCircle16Filled } from '@fluentui/react-icons'
import { useId, type ReactNode } from 'react'

const useStyles = makeStyles({
  box: { display: 'grid', rowGap: '4px', border: 'none', margin: 0, padding: 0, minWidth: 0 },
  label: { fontWeight: tokens.fontWeightSemibold, padding: 0 },
  help: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  problem: {
    display: 'grid',
    gridTemplateColumns: '16px minmax(0, 1fr)',
    columnGap: '8px',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorStatusDangerForeground1,
  },
})

/** Where the question is looked for after Continue without an answer. */
export const ageQuestionId = 'github-age'

interface GithubAgeProps {
  /** `names`, `ids`, or empty while nobody answered. */
  readonly value: string
  readonly problem: string | null
  /** What is known of it, behind the explanation. */
  readonly known: ReactNode
  readonly onAnswer: (identifiers: 'names' | 'ids') => void
}

/** The one question that takes the place of GitHub's answer: it decides how the subject is written. */
export function GithubAge({ value, problem, known, onAnswer }: GithubAgeProps) {
  const styles = useStyles()
  const id = useId()
  return (
    <div className={styles.box} id={ageQuestionId} tabIndex={-1}>
      <div className={styles.label} id={id}>
        Was the repository created, renamed or moved after 15 July 2026, or opted in since?
      </div>
      <div className={styles.help}>
        Those send their IDs in the token, older ones names alone. Azure takes the one that is stored, letter
        by letter.{known}
      </div>
      <RadioGroup
        layout="horizontal"
        aria-labelledby={id}
        aria-required
        value={value}
        onChange={(_, { value: answer }) => onAnswer(answer === 'ids' ? 'ids' : 'names')}
      >
        <Radio value="names" label="No, it is older" />
        <Radio value="ids" label="Yes" />
      </RadioGroup>
      {problem !== null && (
        <div className={styles.problem} role="alert">
          <ErrorCircle16Filled aria-label="Needs a change:" />
          <span>{problem}</span>
        </div>
      )}
    </div>
  )
}
