import { DraftStep } from '@trustwright/shared-schemas'

/** The steps that have an address, in their order. */
export const wizardSteps = ['workload', 'identity', 'access', 'review', 'verify', 'connect'] as const
export type WizardStep = (typeof wizardSteps)[number]

export const stepTitles: Readonly<Record<WizardStep, string>> = {
  workload: 'Workload',
  identity: 'Identity',
  access: 'Access',
  review: 'Review',
  verify: 'Verify',
  connect: 'Connect',
}

/** The step that an address names; null where it names none. */
export function stepOf(text: string): WizardStep | null {
  const step = DraftStep.safeParse(text)
  return step.success && step.data !== 'start' ? step.data : null
}

export interface Clear {
  /** Nothing is missing in the workload. */
  readonly workload: boolean
  readonly identity: boolean
  /** Whether to ask for a role: what is there keeps its roles, and one was chosen already. */
  readonly access: boolean
}

/** Where to go on: the first step that still asks something, and the review where all is clear. */
export function nextStep(after: WizardStep | 'start', clear: Clear): WizardStep {
  const asked = wizardSteps.slice(after === 'start' ? 0 : wizardSteps.indexOf(after) + 1)
  const found = asked.find(
    (step) => !((step === 'workload' || step === 'identity' || step === 'access') && clear[step]),
  )
  return found ?? 'connect'
}
