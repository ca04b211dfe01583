import { StepList } from '../../components/step-list.tsx'
import type { Progress } from './create-identity-steps.ts'
import type { IdentityFormValues } from './identity-form.ts'

interface CreateProgressProps {
  readonly progress: Progress
  readonly values: IdentityFormValues
}

/** Both steps and how far each came; shown once something was asked of Azure. */
export function CreateProgress({ progress, values }: CreateProgressProps) {
  if (progress.group === 'waiting' && progress.identity === 'waiting') return null
  const identity = { label: `Identity ${values.identityName}`, state: progress.identity }
  const group = { label: `Resource group ${values.newGroupName}`, state: progress.group }
  return <StepList steps={values.groupChoice === 'new' ? [group, identity] : [identity]} />
}
