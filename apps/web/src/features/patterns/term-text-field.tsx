import { Button, makeStyles, tokens } from '@fluentui/react-components'
import type { ExpressionProblem } from '@trustwright/federation'
import type { UseFormReturn } from 'react-hook-form'
import { fieldIds } from '../../components/forms/field-frame.tsx'
import { TextField } from '../../components/forms/text-field.tsx'
import type { PatternFormValues } from './pattern-form.ts'
import { unreadable } from './pattern-issues.ts'

const useStyles = makeStyles({
  box: { display: 'grid', rowGap: '8px', gridTemplateColumns: 'minmax(0, 1fr)' },
  place: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '4px 12px',
    fontSize: tokens.fontSizeBase200,
  },
  text: { fontFamily: tokens.fontFamilyMonospace, overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' },
  wrong: {
    backgroundColor: tokens.colorStatusDangerBackground1,
    color: tokens.colorStatusDangerForeground1,
    textDecorationLine: 'underline',
    textDecorationStyle: 'wavy',
  },
})

/** How much is shown on each side of the place. */
const around = 32

interface TermTextFieldProps {
  readonly form: UseFormReturn<PatternFormValues>
  readonly problem: ExpressionProblem | null
  readonly onChange: () => void
}

/** The pattern as Azure stores it, typed or pasted, with the place where it stops making sense. */
export function TermTextField({ form, problem, onChange }: TermTextFieldProps) {
  const styles = useStyles()
  const text = form.getValues('text')
  const isTyped = problem !== null && text !== ''
  const told = form.formState.errors.text !== undefined
  return (
    <div className={styles.box}>
      <TextField
        control={form.control}
        name="text"
        label="claimsMatchingExpression"
        help="claims['NAME'] eq 'text', or matches 'pattern', joined by “and” with single blanks."
        placeholder="claims['sub'] matches 'repo:contoso/pay-api:ref:refs/heads/*' and claims['repository_id'] eq '821093847'"
        lines={5}
        mono
        onTextChange={onChange}
      />
      {isTyped && (
        <div className={styles.place}>
          {!told && <span>{unreadable(problem).message}</span>}
          <code className={styles.text}>
            {startOf(text, problem.position)}
            <span className={styles.wrong}>{restOf(text, problem.position)}</span>
          </code>
          <Button size="small" onClick={() => select(problem.position)}>
            Go to the place
          </Button>
        </div>
      )}
    </div>
  )
}

function startOf(text: string, position: number): string {
  const start = text.slice(0, position)
  return start.length > around ? `…${start.slice(-around)}` : start
}

function restOf(text: string, position: number): string {
  const rest = text.slice(position)
  if (rest === '') return ' (end) '
  return rest.length > around ? `${rest.slice(0, around)}…` : rest
}

function select(position: number) {
  const field = document.getElementById(fieldIds('text').input)
  if (!(field instanceof HTMLTextAreaElement)) return
  field.focus()
  field.setSelectionRange(position, field.value.length)
}
