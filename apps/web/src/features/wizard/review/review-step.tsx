import { ActionLink } from '../../../components/action-link.tsx'
import { useCloud } from '../../../components/use-cloud.ts'
import { paths } from '../../../paths.ts'
import { Callout } from '../../../ui/callout.tsx'
import { ReviewForm } from './review-form.tsx'
import { setUpOfDraft } from './set-up-of-draft.ts'
import type { Wizard } from '../wizard.ts'
import { stepTitles } from '../wizard-steps.ts'

/** Everything that will happen, in words, in letters and as code; or the step that still needs something. */
export function ReviewStep({ wizard }: { readonly wizard: Wizard }) {
  const cloud = useCloud()
  const { item, missing } = setUpOfDraft(wizard.body, cloud)
  if (item !== null) return <ReviewForm wizard={wizard} item={item} />
  return (
    <Callout
      intent="warning"
      title={`${stepTitles[missing.step]} needs something`}
      actions={
        <ActionLink href={paths.wizardStep(wizard.draftId, missing.step)} appearance="primary">
          Go to {stepTitles[missing.step].toLowerCase()}
        </ActionLink>
      }
    >
      <p>{missing.words}</p>
    </Callout>
  )
}
