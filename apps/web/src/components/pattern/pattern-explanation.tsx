import { makeStyles } from '@fluentui/react-components'
import { explainExpression, type Expression } from '@trustwright/federation'
import { Callout } from '../../ui/callout.tsx'
import { breadthWords } from './breadth-words.ts'

const useStyles = makeStyles({
  list: { margin: 0, paddingLeft: '20px', display: 'grid', rowGap: '4px', overflowWrap: 'anywhere' },
})

interface PatternExplanationProps {
  readonly issuer: string
  readonly expression: Expression
}

/** Who gets in, in words: the severity first, then what each term asks for and what is easily overlooked. */
export function PatternExplanation({ issuer, expression }: PatternExplanationProps) {
  const styles = useStyles()
  const { breadth, sentences } = explainExpression(issuer, expression)
  const [reach = '', ...rest] = sentences
  const { word, intent } = breadthWords[breadth]
  return (
    <Callout intent={intent} title={`${word}. ${reach}`}>
      <ul className={styles.list}>
        {rest.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </Callout>
  )
}
