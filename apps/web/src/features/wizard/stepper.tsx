import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { CheckmarkCircle16Filled } from '@fluentui/react-icons'
import { AppLink } from '../../components/app-link.tsx'
import { paths } from '../../paths.ts'
import { VisuallyHidden } from '../../ui/visually-hidden.tsx'
import { useAllSeen } from './run/use-all-seen.ts'
import type { Wizard } from './wizard.ts'
import { stepTitles, wizardSteps, type WizardStep } from './wizard-steps.ts'

const useStyles = makeStyles({
  list: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: '4px 8px',
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    paddingBottom: '8px',
  },
  step: {
    display: 'inline-flex',
    alignItems: 'center',
    columnGap: '6px',
    minHeight: '32px',
    padding: '0 8px',
    borderRadius: tokens.borderRadiusMedium,
    color: tokens.colorNeutralForeground2,
  },
  link: {
    textDecorationLine: 'none',
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover, color: tokens.colorNeutralForeground1 },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  current: {
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    backgroundColor: tokens.colorNeutralBackground1Selected,
    '@media (forced-colors: active)': { outline: '1px solid Highlight' },
  },
  // It opens by itself, with the first thing made in Azure.
  ahead: { color: tokens.colorNeutralForeground3 },
  number: { fontVariantNumeric: 'tabular-nums' },
  done: { display: 'inline-flex', color: tokens.colorStatusSuccessForeground1 },
})

/** Where the wizard is; every step that can be opened is a link. */
export function Stepper({ wizard, current }: { readonly wizard: Wizard; readonly current: WizardStep }) {
  const styles = useStyles()
  const isSeen = useAllSeen(wizard.runId)
  return (
    <nav aria-label="Steps">
      <ol className={styles.list}>
        {wizardSteps.map((step, index) => {
          const done = step === 'verify' ? isSeen : isDone(step, wizard)
          const words = (
            <>
              {done ? (
                <span className={styles.done}>
                  <CheckmarkCircle16Filled aria-hidden="true" />
                </span>
              ) : (
                <span className={styles.number}>{index + 1}</span>
              )}
              {stepTitles[step]}
              {done && <VisuallyHidden> (done)</VisuallyHidden>}
            </>
          )
          const isOpen = (step !== 'verify' && step !== 'connect') || wizard.runId !== null
          return (
            <li key={step}>
              {isOpen ? (
                <AppLink
                  plain
                  href={paths.wizardStep(wizard.draftId, step)}
                  className={mergeClasses(styles.step, styles.link, step === current && styles.current)}
                  aria-current={step === current ? 'step' : undefined}
                >
                  {words}
                </AppLink>
              ) : (
                <span className={mergeClasses(styles.step, styles.ahead, step === current && styles.current)}>
                  {words}
                </span>
              )}
            </li>
          )
        })}
      </ol>
    </nav>
  )
}

function isDone(step: WizardStep, { clear, runId, body }: Wizard): boolean {
  if (step === 'workload' || step === 'identity') return clear[step]
  if (step === 'access') return clear.identity && (clear.access || runId !== null || body.step === 'review')
  return step === 'review' && runId !== null
}
