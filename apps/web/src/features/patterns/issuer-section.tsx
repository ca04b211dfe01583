import { Link, makeStyles, tokens } from '@fluentui/react-components'
import { expressionIssuerOf } from '@trustwright/federation'
import type { UseFormReturn } from 'react-hook-form'
import { ChoiceField } from '../../components/forms/choice-field.tsx'
import { TextField } from '../../components/forms/text-field.tsx'
import { calendarDay } from '../../lib/time.ts'
import { Callout } from '../../ui/callout.tsx'
import { readPattern, startRows, type PatternFormValues } from './pattern-form.ts'
import { factsOf, issuerOf, namedIssuers, platformsWithout } from './pattern-issuers.ts'

const useStyles = makeStyles({
  section: { display: 'grid', rowGap: '12px', gridTemplateColumns: 'minmax(0, 1fr)' },
  title: { fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold, lineHeight: '24px' },
  quiet: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, maxWidth: '64ch' },
  summary: { cursor: 'pointer', minHeight: '24px', lineHeight: '24px', fontSize: tokens.fontSizeBase200 },
})

const choices = [
  ...namedIssuers.map(({ id, label }) => ({ value: id, label })),
  { value: 'other', label: 'Another issuer', help: 'Such as a GitLab of your own' },
]

interface IssuerSectionProps {
  readonly form: UseFormReturn<PatternFormValues>
  readonly values: PatternFormValues
  readonly onChange: () => void
}

/** Whose tokens the pattern is for, and which issuers Azure takes patterns of at all. */
export function IssuerSection({ form, values, onChange }: IssuerSectionProps) {
  const styles = useStyles()
  const issuer = issuerOf(values)
  const refused = issuer !== '' && expressionIssuerOf(issuer) === null
  const facts = factsOf(issuer)
  return (
    <section className={styles.section} aria-label="Issuer">
      <h2 className={styles.title}>Issuer</h2>
      <ChoiceField
        control={form.control}
        name="issuerId"
        label="Who signs the tokens"
        choices={choices}
        look="tiles"
        onChoice={() => {
          restart(form)
          onChange()
        }}
      />
      {values.issuerId === 'other' && (
        <TextField
          control={form.control}
          name="otherIssuer"
          label="Issuer"
          help="“iss” of the token. Azure takes patterns of GitLab at gitlab.NAME.com and gitlab.NAME.ca."
          placeholder="https://gitlab.contoso.com"
          inputMode="url"
          mono
          onTextChange={onChange}
        />
      )}
      {refused && (
        <Callout intent="information" title="Azure takes no patterns of this issuer">
          <p>
            Write the pattern all the same: you get the list of exact trusts that lets in the same workloads.
          </p>
        </Callout>
      )}
      {facts !== null && (
        <p className={styles.quiet}>
          What Azure takes of this issuer, as of {calendarDay(facts.day)}. Patterns are a preview at Azure,
          and the rules move.{' '}
          <Link href={facts.docsUrl} target="_blank" rel="noreferrer" inline>
            Microsoft’s page (opens a new tab)
          </Link>
        </p>
      )}
      <details>
        <summary className={styles.summary}>Why other platforms are not here</summary>
        <p className={styles.quiet}>
          Azure compares the whole subject of {platformsWithout().join(', ')}, and takes no pattern of them.
          GitHub Enterprise Server and GHE.com are among those too.
        </p>
      </details>
    </section>
  )
}

/** Another issuer has other claims: its own terms begin, unless something was typed already. */
function restart(form: UseFormReturn<PatternFormValues>) {
  const now = form.getValues()
  const isUntouched = now.view === 'rows' && now.rows.every(({ value }) => value === '')
  if (isUntouched) form.setValue('rows', startRows(readPattern(now).issuer))
}
