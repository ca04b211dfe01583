import { AccessStep } from './access/access-step.tsx'
import { ConnectStep } from './run/connect-step.tsx'
import { IdentityStep } from './identity/identity-step.tsx'
import { ReviewStep } from './review/review-step.tsx'
import { VerifyStep } from './run/verify-step.tsx'
import type { Wizard } from './wizard.ts'
import type { WizardStep } from './wizard-steps.ts'
import { WorkloadStep } from './workload/workload-step.tsx'

/** The step that the address names. */
export function StepView({ wizard, step }: { readonly wizard: Wizard; readonly step: WizardStep }) {
  switch (step) {
    case 'workload':
      return <WorkloadStep wizard={wizard} />
    case 'identity':
      return <IdentityStep wizard={wizard} />
    case 'access':
      return <AccessStep wizard={wizard} />
    case 'review':
      return <ReviewStep wizard={wizard} />
    case 'verify':
      return <VerifyStep wizard={wizard} />
    case 'connect':
    default:
      return <ConnectStep wizard={wizard} />
  }
}
