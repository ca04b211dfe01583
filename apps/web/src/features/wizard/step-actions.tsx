import { makeStyles } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { ActionLink } from '../../components/action-link.tsx'
import { paths } from '../../paths.ts'
import type { Wizard } from './wizard.ts'
import type { WizardStep } from './wizard-steps.ts'

const useStyles = makeStyles({
  row: { display: 'flex', flexWrap: 'wrap', gap: '8px 12px', alignItems: 'flex-start' },
})

interface StepActionsProps {
  readonly wizard: Wizard
  /** Where the way back leads; `start` is the page of the paste. */
  readonly back: WizardStep | 'start'
  readonly children: ReactNode
}

/** The step's one action, and the way back, which loses nothing. */
export function StepActions({ wizard, back, children }: StepActionsProps) {
  const styles = useStyles()
  const href = back === 'start' ? paths.trustCreate() : paths.wizardStep(wizard.draftId, back)
  return (
    <div className={styles.row}>
      {children}
      <ActionLink href={href} appearance="subtle">
        Back
      </ActionLink>
    </div>
  )
}
