import { Field, Input, makeStyles, tokens } from '@fluentui/react-components'
import { evaluateExpression, expressionExamples, type Expression } from '@trustwright/federation'
import { useState } from 'react'
import { TermResults } from './term-results.tsx'

const useStyles = makeStyles({
  box: { display: 'grid', rowGap: '12px', gridTemplateColumns: 'minmax(0, 1fr)' },
  title: { fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  mono: { fontFamily: tokens.fontFamilyMonospace },
  verdict: { fontWeight: tokens.fontWeightSemibold },
})

/** A person's own values, tried term by term. A claim that is left empty takes the value of an example that matches. */
export function PatternTry({ expression }: { readonly expression: Expression }) {
  const styles = useStyles()
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({})
  const [example] = expressionExamples(expression).matching
  const claims = [...new Set(expression.terms.map(({ claim }) => claim))]
  const tried = claims.some((claim) => (typed[claim] ?? '') !== '')
  const values = Object.fromEntries(
    claims.map((claim) => [
      claim,
      (typed[claim] ?? '') === '' ? (example?.[claim] ?? '') : (typed[claim] ?? ''),
    ]),
  )
  const result = evaluateExpression(expression, values)
  return (
    <section className={styles.box} aria-label="Try a value of your own">
      <h3 className={styles.title}>Try a value of your own</h3>
      {claims.map((claim) => (
        <Field key={claim} label={claim}>
          <Input
            input={{ className: styles.mono }}
            value={typed[claim] ?? ''}
            placeholder={example?.[claim] ?? ''}
            autoComplete="off"
            autoCapitalize="off"
            spellCheck={false}
            onChange={(_, { value }) => setTyped({ ...typed, [claim]: value })}
            onKeyDown={(event) => {
              // Trying a value never sends the form around it.
              if (event.key === 'Enter') event.preventDefault()
            }}
          />
        </Field>
      ))}
      <div aria-live="polite">
        {tried && (
          <div className={styles.box}>
            <p className={styles.verdict}>
              {result.matches ? 'Azure would let this in.' : 'Azure would refuse this.'}
            </p>
            <TermResults results={result.terms} />
          </div>
        )}
      </div>
    </section>
  )
}
