import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { Add16Regular } from '@fluentui/react-icons'
import { parseExpression } from '@trustwright/federation'
import { useRef } from 'react'
import { useFieldArray, type UseFormReturn } from 'react-hook-form'
import { fieldIds } from '../../components/forms/field-frame.tsx'
import { Callout } from '../../ui/callout.tsx'
import { MissingClaimNotes } from './missing-claim-notes.tsx'
import { lacksClaimsOnly } from './missing-claims.ts'
import { operatorsOf, rowsOf, type PatternFormValues, type PatternReading } from './pattern-form.ts'
import { unreadable } from './pattern-issues.ts'
import { TermRowFields } from './term-row-fields.tsx'
import { TermTextField } from './term-text-field.tsx'

const useStyles = makeStyles({
  section: { display: 'grid', rowGap: '16px', gridTemplateColumns: 'minmax(0, 1fr)' },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'space-between',
    alignItems: 'center',
    gap: '8px',
  },
  title: { fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold, lineHeight: '24px' },
  add: { justifySelf: 'start' },
})

interface TermsSectionProps {
  readonly form: UseFormReturn<PatternFormValues>
  readonly values: PatternFormValues
  readonly reading: PatternReading
  /** Exact trusts need none of the claims that Azure asks for in a pattern. */
  readonly way: 'pattern' | 'list'
  readonly onChange: () => void
}

/** What a token has to carry: as rows, or as the text that Azure stores. Each turns into the other. */
export function TermsSection({ form, values, reading, way, onChange }: TermsSectionProps) {
  const styles = useStyles()
  const { fields, append, remove, replace } = useFieldArray({ control: form.control, name: 'rows' })
  const { issuer } = reading
  const addButton = useRef<HTMLDivElement>(null)
  const inRows = values.view === 'rows'
  const add = (claim: string) => {
    append({ claim, operator: operatorsOf(issuer, claim)[0] ?? 'eq', value: '' })
    onChange()
  }
  function toText() {
    form.setValue('text', reading.text)
    form.setValue('view', 'text', { shouldDirty: true })
    form.clearErrors()
  }
  function toRows() {
    const { expression, problem } = parseExpression(form.getValues('text'))
    if (problem !== null && form.getValues('text').trim() !== '') {
      form.setError('text', { type: 'parse', message: unreadable(problem).message })
      return document.getElementById(fieldIds('text').input)?.focus()
    }
    if (expression !== null) replace(rowsOf(expression))
    form.setValue('view', 'rows', { shouldDirty: true })
    return form.clearErrors()
  }
  const error = form.formState.errors.text?.message
  // The notes under the terms say that, with a way to mend it.
  const isSaidBelow = error !== undefined && way === 'pattern' && lacksClaimsOnly(issuer, reading.text)
  return (
    <section className={styles.section} aria-label="Terms">
      <div className={styles.head}>
        <h2 className={styles.title}>What the token has to carry</h2>
        <Button appearance="subtle" onClick={inRows ? toText : toRows}>
          {inRows ? 'Write it as text' : 'Write it as terms'}
        </Button>
      </div>
      {inRows ? (
        <>
          {error !== undefined && !isSaidBelow && (
            <div id={fieldIds('text').input} tabIndex={-1}>
              <Callout intent="danger" title="Azure would refuse this pattern">
                <p>{error}</p>
              </Callout>
            </div>
          )}
          {fields.map(({ id }, index) => (
            <TermRowFields
              key={id}
              form={form}
              issuer={issuer}
              index={index}
              row={values.rows[index] ?? { claim: '', operator: '', value: '' }}
              onChange={onChange}
              {...(fields.length > 1
                ? {
                    onRemove: () => {
                      remove(index)
                      onChange()
                      // The pressed button is gone with its term.
                      addButton.current?.querySelector('button')?.focus()
                    },
                  }
                : {})}
            />
          ))}
          {way === 'pattern' && (
            <MissingClaimNotes
              issuer={issuer}
              rows={values.rows}
              onAdd={add}
              refusedAs={isSaidBelow ? fieldIds('text').input : null}
            />
          )}
          <div ref={addButton} className={styles.add}>
            <Button icon={<Add16Regular />} onClick={() => add('')}>
              Add a term
            </Button>
          </div>
        </>
      ) : (
        <TermTextField form={form} problem={reading.problem} onChange={onChange} />
      )}
    </section>
  )
}
