import { makeStyles, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { AppLink } from '../../../components/app-link.tsx'
import { paths } from '../../../paths.ts'
import { VisuallyHidden } from '../../../ui/visually-hidden.tsx'
import type { WizardStep } from '../wizard-steps.ts'

const useStyles = makeStyles({
  list: { display: 'grid', margin: 0, rowGap: '0' },
  row: {
    display: 'grid',
    gridTemplateColumns: '88px minmax(0, 1fr) auto',
    columnGap: '12px',
    alignItems: 'baseline',
    padding: '10px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    ':first-child': { borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
    '@media (max-width: 639px)': {
      gridTemplateColumns: 'minmax(0, 1fr) auto',
      gridTemplateAreas: '"term change" "value value"',
    },
  },
  term: { color: tokens.colorNeutralForeground2, '@media (max-width: 639px)': { gridArea: 'term' } },
  value: {
    margin: 0,
    display: 'grid',
    overflowWrap: 'anywhere',
    '@media (max-width: 639px)': { gridArea: 'value' },
  },
  change: { margin: 0, '@media (max-width: 639px)': { gridArea: 'change' } },
  why: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, lineHeight: '16px' },
})

export interface Answer {
  readonly step: WizardStep
  readonly term: string
  readonly value: ReactNode
  /** Why it was taken, or what it means; null where that is clear. */
  readonly why: string | null
}

/** What was answered, or taken because it was clear, each with the way to change it. */
export function ReviewAnswers({
  draftId,
  answers,
}: {
  readonly draftId: string
  readonly answers: readonly Answer[]
}) {
  const styles = useStyles()
  return (
    <dl className={styles.list}>
      {answers.map(({ step, term, value, why }) => (
        <div key={step} className={styles.row}>
          <dt className={styles.term}>{term}</dt>
          <dd className={styles.value}>
            <span>{value}</span>
            {why !== null && <span className={styles.why}>{why}</span>}
          </dd>
          <dd className={styles.change}>
            <AppLink href={paths.wizardStep(draftId, step)}>
              Change<VisuallyHidden> {term.toLowerCase()}</VisuallyHidden>
            </AppLink>
          </dd>
        </div>
      ))}
    </dl>
  )
}
